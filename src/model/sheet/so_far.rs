//! All answers so far, for the resident's own eyes: the check page, and “Neem mee wat je hebt”.

use super::PaperChoice;
use super::audience::{Medium, may_hold};
use super::voice::{Quote, Voice};
use crate::model::catalogue::{Asked, Catalogue, Origin, Place};
use crate::model::content::{Ask, Step, Way};
use crate::model::document::{Block, Document, HeadingPlace, Look, Page, Paragraph, Run, Widths};
use crate::model::facts::Facts;
use crate::model::set::Set;

/// The answers of one part of the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub step: Step,
    /// Index of the area, for what is asked per area.
    pub area: Option<usize>,
    pub rows: Vec<Row>,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub question: String,
    pub text: String,
    /// What was answered; empty when nothing was.
    pub answer: Vec<Run>,
    /// Whether the question is asked now, so that the answer counts.
    pub counts: bool,
}

/// Every question that is asked now, and every answer that was given, in the order of the screens. What may not be in
/// the medium is left out; an area that was not chosen is too, unless something was answered there.
pub fn groups(facts: &Facts, medium: Medium, kept: &Set<String>) -> Vec<Group> {
    let voice = Voice::new(facts, medium, kept);
    let mut groups: Vec<Group> = Vec::new();
    for (id, asked) in in_order(facts.catalogue) {
        let Some(row) = row(&voice, &id, asked, medium) else {
            continue;
        };
        let same = |group: &&mut Group| group.step == asked.step && group.area == asked.area;
        match groups.iter_mut().find(same) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { step: asked.step, area: asked.area, rows: vec![row] }),
        }
    }
    // A road of its own shows once something was told on it.
    let told = |group: &Group| group.rows.iter().any(|row| !row.answer.is_empty());
    groups.retain(|group| group.step != Step::Stuck || told(group));
    groups
}

fn row(voice: &Voice, id: &str, asked: &Asked, medium: Medium) -> Option<Row> {
    let facts = voice.facts;
    let counts = facts.is_asked(id);
    let answered = facts.raw(id).is_some_and(|answer| !answer.is_empty());
    // What was told about someone else stays on the screen.
    let stays = asked.step == Step::Other && medium != Medium::OwnScreen;
    // No screen of this road asks it, so there is nothing to fill in.
    let elsewhere = facts.catalogue.content.flow.elsewhere.iter().any(|other| other == id);
    let silent = !answered && (asked.origin == Origin::Nearby || elsewhere);
    if !may_hold(asked.question.class, medium) || stays || silent || !(counts || answered) {
        return None;
    }
    let text = facts.words_of(asked.question);
    // Each flag has its own sentence to allow, under one and the same question.
    let papers = facts.catalogue.content.safety.flags.iter().filter_map(|screen| screen.paper.as_ref());
    let sentence = papers.filter(|paper| paper.question == id).map(|paper| format!(" “{}”", paper.sentence));
    let text = format!("{text}{}", sentence.collect::<String>());
    Some(Row { question: id.to_owned(), text, answer: voice.say(id, Quote::Quoted), counts })
}

/// Every question once: as the screens on the road ask them, then what comes in between, then what no screen names.
fn in_order(catalogue: &Catalogue) -> Vec<(String, &Asked)> {
    let (road, between): (Vec<Place>, Vec<Place>) =
        catalogue.places().iter().partition(|place| catalogue.screen(**place).way != Way::Interrupt);
    let mut order: Vec<String> = Vec::new();
    for place in road.into_iter().chain(between) {
        order.extend(catalogue.screen(place).asks.iter().flat_map(|ask| ids(catalogue, ask, place.area)));
    }
    order.extend(catalogue.questions().map(|(id, _)| id.to_owned()));
    let mut seen = Set::new();
    order.retain(|id| {
        let is_new = !seen.contains(id);
        seen.insert(id.clone());
        is_new
    });
    let known = order.into_iter();
    known.filter_map(|id| catalogue.question(&id).map(|asked| (id, asked))).collect()
}

fn ids(catalogue: &Catalogue, ask: &Ask, area: Option<usize>) -> Vec<String> {
    let in_area = area.and_then(|index| catalogue.content.areas.get(index));
    match ask {
        Ask::Question(id) => vec![id.clone()],
        Ask::Shared(id) => area.map(|area| catalogue.in_area(area, id)).into_iter().collect(),
        Ask::FollowUps { .. } => {
            let follow_ups = in_area.map_or(&[][..], |area| &area.follow_ups);
            follow_ups.iter().map(|question| question.id.clone()).collect()
        }
        Ask::Nearby => {
            let nearby = in_area.map_or(&[][..], |area| &area.nearby);
            nearby.iter().map(|choice| choice.id.clone()).collect()
        }
        // Part of the question that asks for all situations of that area.
        Ask::Situations { .. } => Vec::new(),
    }
}

/// What a group is called: its area, or its part of the journey.
pub fn heading(facts: &Facts, group: &Group) -> String {
    let kept = Set::new();
    let area = group.area.and_then(|area| facts.catalogue.content.areas.get(area));
    if let Some(area) = area {
        return Voice::new(facts, Medium::OwnScreen, &kept).area_name(area).to_owned();
    }
    let key = match group.step {
        Step::Start => "check.step.start",
        Step::Safe => "check.step.safe",
        Step::Needs => "check.step.needs",
        Step::Area => "check.step.area",
        Step::First => "check.step.first",
        Step::Circle => "check.step.circle",
        Step::Sharing | Step::Paper => "check.step.sharing",
        Step::Other => "check.step.other",
        Step::Stuck => "check.step.stuck",
    };
    facts.catalogue.text(key).to_owned()
}

/// What the resident marked with “Hier wil ik over praten”, in the words on the screen; nothing of which the class may
/// not be in the medium.
pub fn marked(facts: &Facts, marks: &Set<String>, medium: Medium) -> Vec<String> {
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
pub fn compose(facts: &Facts, choice: &PaperChoice, marks: &Set<String>) -> Document {
    let catalogue = &facts.catalogue;
    let v1 = &catalogue.content.sheets.v1;
    let blocks = groups(facts, Medium::OwnFile, &choice.kept).into_iter().filter_map(|group| block(facts, group));
    let mut blocks: Vec<Block> = blocks.collect();
    let marked = marked(facts, marks, Medium::OwnFile);
    if !marked.is_empty() {
        let item = |text| Paragraph { look: Look::Item, runs: vec![Run::Plain(text)] };
        blocks.push(Block {
            heading: catalogue.text("mark.is-set").to_owned(),
            place: HeadingPlace::OwnLine,
            paragraphs: marked.into_iter().map(item).collect(),
            ..Block::default()
        });
    }
    Document {
        title: catalogue.text("take.title").to_owned(),
        widths: Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width },
        pages: vec![Page { blocks }],
    }
}

fn block(facts: &Facts, group: Group) -> Option<Block> {
    let heading = heading(facts, &group);
    let paragraph = |row: Row| {
        let mut runs = vec![Run::Bold(row.text), Run::Plain(" ".to_owned())];
        runs.extend(row.answer);
        Paragraph { look: Look::Item, runs }
    };
    let answered = group.rows.into_iter().filter(|row| row.counts && !row.answer.is_empty());
    let paragraphs: Vec<Paragraph> = answered.map(paragraph).collect();
    (!paragraphs.is_empty()).then_some(Block { heading, place: HeadingPlace::OwnLine, paragraphs, ..Block::default() })
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::answers::{Answer, Answers};
    use crate::model::document::Document;
    use crate::model::text;

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
        text::plain(document).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_text_so_far_holds_no_safety_and_nothing_that_waits() {
        let text = flat(&compose(&facts(&told()), &PaperChoice::default(), &Set::new()));
        assert!(text.contains("Ik heb post die ik niet openmaak."), "{text}");
        assert!(!text.contains("bang"), "{text}");
        assert!(text.contains("Geld") && !text.contains("Veilig zijn"), "{text}");
        assert!(!text.contains("06-12345678"), "{text}");
        let kept = PaperChoice { kept: ["n1#phone".to_owned()].into(), ..PaperChoice::default() };
        assert!(flat(&compose(&facts(&told()), &kept, &Set::new())).contains("“Ik wil slapen. Bel 06-12345678.”"));
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
        let groups = groups(&facts(&told()), Medium::OwnScreen, &Set::new());
        let rows: Vec<&Row> = groups.iter().flat_map(|group| &group.rows).collect();
        let row = |id: &str| rows.iter().find(|row| row.question == id).expect("on the check page");
        assert_eq!(row("q2").answer, [Run::Plain("ja".to_owned())]);
        assert_eq!(row("n1").answer, [Run::Quoted("Ik wil slapen. Bel 06-12345678.".to_owned())]);
        assert!(row("geld.u1").counts);
        assert!(!row("dag.u1").counts, "its area is not chosen");
        assert!(!row("dag.u1").answer.is_empty(), "but it is still there");
        assert!(row("e1").answer.is_empty());
        assert!(rows.iter().all(|row| row.question != "dag.u6"), "nothing was told there");
        let once: Set<&str> = rows.iter().map(|row| row.question.as_str()).collect();
        assert_eq!(once.len(), rows.len(), "every question stands once");
    }
}
