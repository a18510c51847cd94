//! All answers so far, for the resident only: the check page, and “Neem mee wat je hebt”.

use std::collections::BTreeSet;

use super::PaperChoice;
use super::voice::{Quote, Voice};
use crate::model::catalogue::{Asked, Catalogue, Origin};
use crate::model::content::{Ask, Step, Way};
use crate::model::facts::Facts;
use crate::model::paper::document::{
    Document, DocumentBlock, HeadingPlace, Page, Paragraph, ParagraphKind, Run, Widths,
};
use crate::model::privacy::audience::{Medium, may_hold};

/// The answers of one part of the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerGroup {
    pub step: Step,
    /// Index of the area, for questions asked per area.
    pub area: Option<usize>,
    pub rows: Vec<AnswerRow>,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    pub question: String,
    pub text: String,
    /// The answer; empty if there is none.
    pub answer: Vec<Run>,
    /// Whether the question is asked now, so that its answer counts.
    pub counts: bool,
}

/// Every question that is asked now and every answer given, in the order of the screens. Leaves out what the medium may
/// not contain, and areas that were not chosen, unless something was answered there.
pub fn groups(facts: &Facts, medium: Medium, kept: &BTreeSet<String>) -> Vec<AnswerGroup> {
    let voice = Voice::new(facts, medium, kept);
    let mut groups: Vec<AnswerGroup> = Vec::new();
    for asked in in_order(facts.catalogue) {
        let Some(row) = row(&voice, asked, medium) else {
            continue;
        };
        let same = |group: &AnswerGroup| group.step == asked.step && group.area == asked.area;
        let place = groups.iter().position(same).unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(AnswerGroup { step: asked.step, area: asked.area, rows: Vec::new() });
        }
        groups[place].rows.push(row);
    }
    // A side road is shown once something was entered on it.
    let told = |group: &AnswerGroup| group.rows.iter().any(|row| !row.answer.is_empty());
    groups.retain(|group| group.step != Step::Stuck || told(group));
    groups
}

fn row(voice: &Voice, asked: &Asked, medium: Medium) -> Option<AnswerRow> {
    let facts = voice.facts;
    let id = asked.question.id.as_str();
    let counts = facts.is_asked(id);
    let answered = facts.raw(id).is_some_and(|answer| !answer.is_empty());
    // Answers about someone else stay on screen.
    let stays = asked.step == Step::ForSomeoneElse && medium != Medium::OwnScreen;
    // No screen of the road asks it, so there is nothing to fill in.
    let elsewhere = facts.catalogue.content.flow.elsewhere.iter().any(|other| other == id);
    // The situations of an area that is always open count, but are asked only once the area is chosen.
    let chosen = |area: usize| facts.chosen_areas().iter().any(|(other, _)| *other == area);
    let unchosen = asked.origin == Origin::Shared && !asked.area.is_some_and(chosen);
    let silent = !answered && (asked.origin == Origin::Nearby || elsewhere || unchosen);
    if !may_hold(asked.question.class, medium) || stays || silent || !(counts || answered) {
        return None;
    }
    let mut text = facts.words_of(asked.question).to_owned();
    // Several flags share one question, each with its own sentence to allow.
    for screen in &facts.catalogue.content.safety.flags {
        if let Some(paper) = screen.paper.as_ref().filter(|paper| paper.question == id) {
            text.push_str(&[" “", &paper.sentence, "”"].concat());
        }
    }
    Some(AnswerRow { question: id.to_owned(), text, answer: voice.runs(id, Quote::Quoted), counts })
}

/// Every question once: in the order of the screens, then those of interrupts, then those that no screen names.
fn in_order(catalogue: &Catalogue) -> Vec<&Asked> {
    let mut order = AskingOrder { catalogue, known: Vec::new() };
    for between in [false, true] {
        for place in catalogue.places() {
            let screen = catalogue.screen(*place);
            if (screen.way == Way::Interrupt) == between {
                for ask in &screen.asks {
                    order.ask(ask, place.area);
                }
            }
        }
    }
    for (id, _) in catalogue.questions() {
        order.add(id);
    }
    order.known
}

/// Collects questions in the order in which they are asked.
struct AskingOrder<'c> {
    catalogue: &'c Catalogue,
    known: Vec<&'c Asked>,
}

impl AskingOrder<'_> {
    fn add(&mut self, id: &str) {
        if let Some(asked) = self.catalogue.question(id)
            && !self.known.iter().any(|other| std::ptr::eq(*other, asked))
        {
            self.known.push(asked);
        }
    }

    fn ask(&mut self, ask: &Ask, area: Option<usize>) {
        let in_area = area.and_then(|index| self.catalogue.content.areas.get(index));
        match (ask, area, in_area) {
            (Ask::Question(id), _, _) => self.add(id),
            (Ask::Shared(id), Some(area), _) => self.add(&self.catalogue.in_area(area, id)),
            (Ask::FollowUps { .. }, _, Some(area)) => {
                for question in &area.follow_ups {
                    self.add(&question.id);
                }
            }
            (Ask::Nearby, _, Some(area)) => {
                for choice in &area.nearby {
                    self.add(&choice.id);
                }
            }
            // Situations belong to the question that asks for all situations of the area.
            (Ask::Situations { .. } | Ask::Shared(_) | Ask::FollowUps { .. } | Ask::Nearby, _, _) => {}
        }
    }
}

/// The heading of a group: its area, or its part of the journey.
pub fn heading(facts: &Facts, group: &AnswerGroup) -> String {
    let area = group.area.and_then(|area| facts.catalogue.content.areas.get(area));
    if let Some(area) = area {
        return facts.in_words(&area.name, &area.young_name).to_owned();
    }
    let key = match group.step {
        Step::Start => "check.step.start",
        Step::Safe => "check.step.safe",
        Step::Needs => "check.step.needs",
        Step::Area => "check.step.area",
        Step::First => "check.step.first",
        Step::Circle => "check.step.circle",
        Step::Sharing | Step::Paper => "check.step.sharing",
        Step::ForSomeoneElse => "check.step.other",
        Step::Stuck => "check.step.stuck",
    };
    facts.catalogue.text(key).to_owned()
}

/// What the resident marked with “Hier wil ik over praten”, in the words on screen; leaves out what the medium may not
/// contain.
pub fn marked(facts: &Facts, marks: &BTreeSet<String>, medium: Medium) -> Vec<String> {
    let catalogue = &facts.catalogue;
    let text = |id: &String| {
        let (question, tick) =
            catalogue.question_of_tick(id).map_or((id.as_str(), None), |question| (question, Some(id)));
        let may = facts.is_asked(question) && may_hold(facts.class(question, tick.map(String::as_str)), medium);
        let words = match tick {
            Some(tick) => {
                let choice = catalogue.option(question, tick)?;
                facts.in_words(&choice.text, &choice.young)
            }
            None => facts.words_of(catalogue.question(question)?.question),
        };
        may.then(|| words.to_owned())
    };
    marks.iter().filter_map(text).collect()
}

/// The text so far, to take along: every answer that counts, in the order of the screens.
pub fn compose(facts: &Facts, choice: &PaperChoice, marks: &BTreeSet<String>) -> Document {
    let catalogue = &facts.catalogue;
    let v1 = &catalogue.content.sheets.v1;
    let mut blocks = Vec::new();
    for group in groups(facts, Medium::OwnFile, &choice.kept) {
        let heading = heading(facts, &group);
        let mut items = Vec::new();
        for row in group.rows {
            if row.counts && !row.answer.is_empty() {
                let mut runs = vec![Run::Bold(row.text), Run::Plain(" ".to_owned())];
                runs.extend(row.answer);
                items.push(runs);
            }
        }
        blocks.extend(block(heading, items));
    }
    let mut items = Vec::new();
    for text in marked(facts, marks, Medium::OwnFile) {
        items.push(vec![Run::Plain(text)]);
    }
    blocks.extend(block(catalogue.text("mark.is-set").to_owned(), items));
    Document {
        title: catalogue.text("take.title").to_owned(),
        widths: Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width },
        pages: vec![Page { blocks }],
    }
}

/// A heading with items below it; `None` without items.
fn block(heading: String, items: Vec<Vec<Run>>) -> Option<DocumentBlock> {
    if items.is_empty() {
        return None;
    }
    let mut block = DocumentBlock { heading, place: HeadingPlace::OwnLine, ..DocumentBlock::default() };
    for runs in items {
        block.paragraphs.push(Paragraph { look: ParagraphKind::Item, runs });
    }
    Some(block)
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::dossier::answers::{Answer, Answers};
    use crate::model::paper::document::Document;
    use crate::model::paper::plain_text;

    fn facts(list: &[(&str, Answer)]) -> Facts {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let answers: Answers = list.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
        Facts::of(catalogue, &answers, "2026-05-11".parse().expect("a day"))
    }

    fn told() -> Vec<(&'static str, Answer)> {
        vec![
            ("q2", Answer::Yes),
            ("n1", Answer::Text("Ik wil slapen. Bel 06-12345678.".to_owned())),
            ("n2", Answer::Picks { picked: vec!["geld".to_owned(), "veilig".to_owned()], own: String::new() }),
            ("veilig.u1", Answer::pick("ve2")),
            ("geld.u1", Answer::pick("ge1")),
            ("dag.u1", Answer::pick("da1")),
            ("al-geven", Answer::pick("koken")),
        ]
    }

    fn flat(document: &Document) -> String {
        plain_text::plain(document).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_text_so_far_holds_no_safety_and_nothing_that_waits() {
        let text = flat(&compose(&facts(&told()), &PaperChoice::default(), &BTreeSet::new()));
        assert!(text.contains("Ik heb post die ik niet openmaak."), "{text}");
        assert!(!text.contains("bang"), "{text}");
        assert!(text.contains("Geld") && !text.contains("Veilig zijn"), "{text}");
        assert!(!text.contains("06-12345678"), "{text}");
        let kept = PaperChoice { kept: ["n1#phone".to_owned()].into(), ..PaperChoice::default() };
        assert!(flat(&compose(&facts(&told()), &kept, &BTreeSet::new())).contains("“Ik wil slapen. Bel 06-12345678.”"));
    }

    #[test]
    fn what_is_marked_goes_along_unless_it_is_about_safety() {
        let marks = ["ge1", "ve2", "n1"].map(str::to_owned).into();
        let seen = |medium| marked(&facts(&told()), &marks, medium);
        assert_eq!(seen(Medium::OwnFile), ["Ik heb post die ik niet openmaak.", "Wat heb je nodig?"]);
        assert_eq!(seen(Medium::OwnScreen).len(), 3);
        let text = flat(&compose(&facts(&told()), &PaperChoice::default(), &marks));
        assert!(text.contains("Hier wil je over praten"), "{text}");
    }

    #[test]
    fn the_check_page_shows_every_answer_and_which_count() {
        let groups = groups(&facts(&told()), Medium::OwnScreen, &BTreeSet::new());
        let rows: Vec<&AnswerRow> = groups.iter().flat_map(|group| &group.rows).collect();
        let row = |id: &str| rows.iter().find(|row| row.question == id).expect("on the check page");
        assert_eq!(row("q2").answer, [Run::Plain("ja".to_owned())]);
        assert_eq!(row("n1").answer, [Run::Quoted("Ik wil slapen. Bel 06-12345678.".to_owned())]);
        assert!(row("geld.u1").counts);
        assert!(!row("dag.u1").counts, "its area is not chosen");
        assert!(!row("dag.u1").answer.is_empty(), "but it is still there");
        assert!(row("e1").answer.is_empty());
        assert!(rows.iter().all(|row| row.question != "dag.u6"), "nothing was told there");
        let once: BTreeSet<&str> = rows.iter().map(|row| row.question.as_str()).collect();
        assert_eq!(once.len(), rows.len(), "every question stands once");
    }
}
