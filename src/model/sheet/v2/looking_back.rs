//! Looking back on paper: for each of the first days a box with lines for the pen, so that a family can hold it without
//! a screen; the marks; who goes to work with the plan.

use super::pages::{Piece, Rank, Section};
use super::section;
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::PersonId;
use crate::model::plan::reviews::{Notes, ReviewDate};
use crate::model::set::Map;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::model::sheet::v1::areas;
use crate::model::sheet::v1::part::Part;

/// So many days have a box on paper; after them comes an own rhythm.
const BOXES: u8 = 3;
/// Weeks between the first days.
const WEEKS: u8 = 4;

pub fn reviews(voice: &PlanVoice) -> Section {
    let mut pieces = Vec::new();
    let rhythm = rhythm(voice);
    if !rhythm.is_empty() {
        pieces.push(Piece::new(Rank::LookingBack, rhythm.join(" ")));
    }
    let results = results(voice);
    for review in voice.reviews().iter().take(BOXES.into()) {
        pieces.push(Piece::lines(Rank::LookingBack, review_box(voice, *review, &results)));
    }
    section(voice, "paper.reviews", pieces)
}

/// Who is there, how it goes on, and who calls the circle together.
fn rhythm(voice: &PlanVoice) -> Vec<String> {
    let reviews = &voice.plan.reviews;
    let mut told = Vec::new();
    if !voice.reviews().is_empty() {
        told.push(match &reviews.present {
            None => voice.text("paper.present-all").to_owned(),
            Some(people) => {
                let mut here = people.iter().copied().filter(|person| !voice.people.is_feared(*person));
                voice.say("paper.present", &voice.names(&mut here))
            }
        });
        if let Some(weeks) = reviews.every_weeks {
            told.push(gap::fill(voice.text("paper.rhythm"), "{n}", &weeks.to_string()));
        }
        told.extend(reviews.until.map(|until| voice.on("paper.until", until)));
    }
    let caller = reviews.caller.filter(|caller| !voice.people.is_feared(*caller));
    told.extend(caller.map(|caller| voice.say("paper.caller", &voice.name(caller))));
    told
}

fn review_box(voice: &PlanVoice, review: ReviewDate, results: &[(String, String)]) -> Vec<String> {
    let nothing = Notes::default();
    let notes = voice.plan.reviews.notes.get(&review.number).unwrap_or(&nothing);
    let mut head = vec![voice.on("paper.review-on", review.day)];
    let boxes = results.iter().map(|(result, _)| {
        let named =
            if results.len() > 1 { format!("{} ", voice.voice.list(&[name(voice, result)])) } else { String::new() };
        format!("{named}{}", mark(voice, result, review.number))
    });
    let boxes: Vec<String> = boxes.collect();
    let boxes = if boxes.is_empty() { voice.text("paper.mark-empty").to_owned() } else { boxes.join(", ") };
    head.push(voice.say("paper.mark-box", &boxes));
    let part = u32::from(review.number);
    let line = |key, field, text: &str| {
        let own = voice.own(field, part, text);
        voice.say(key, &own.unwrap_or_else(|| voice.text("paper.pen").to_owned()))
    };
    vec![
        head.join(" · "),
        line("paper.good", Field::Good, &notes.good),
        line("paper.bad", Field::Bad, &notes.bad),
        line("paper.next", Field::Next, &notes.next),
    ]
}

/// What an area is called inside a sentence.
fn name(voice: &PlanVoice, area: &str) -> String {
    voice.voice.catalogue().area(area).map_or_else(String::new, |(_, area)| area.inline.clone())
}

/// The results that can have a mark, by the id of their area, as they were told.
pub fn results(voice: &PlanVoice) -> Vec<(String, String)> {
    let catalogue = voice.voice.catalogue();
    let question = &catalogue.content.flow.roles.outcomes;
    let mut results = Vec::new();
    for (index, area) in voice.voice.facts.chosen_areas() {
        let told = areas::ticked(&voice.voice, &catalogue.in_area(index, question));
        let told: Vec<String> = told.iter().map(Part::text).collect();
        if !told.is_empty() && !area.never_on_paper && voice.may(Field::Mark) {
            results.push((area.id.clone(), told.join(" ")));
        }
    }
    results
}

/// The mark of a result at a moment, or a box for the pen.
fn mark(voice: &PlanVoice, result: &str, moment: u8) -> String {
    let marks = voice.plan.marks.get(&result.to_owned());
    let mark = marks.and_then(|marks: &Map<u8, u8>| marks.get(&moment));
    mark.map_or_else(|| voice.text("paper.mark-empty").to_owned(), u8::to_string)
}

pub fn marks(voice: &PlanVoice) -> Section {
    let line = |(result, told): (String, String)| {
        let later = (1..=BOXES).map(|number| {
            let (weeks, mark) = ((number * WEEKS).to_string(), mark(voice, &result, number));
            gap::fill_all(voice.text("paper.mark-at"), &[("{n}", &weeks), ("{mark}", &mark)])
        });
        let later: Vec<String> = later.collect();
        let (start, later) = (mark(voice, &result, 0), later.join(" · "));
        let gaps: [(&str, &str); 3] = [("{start}", &start), ("{later}", &later), ("{result}", &told)];
        Piece::new(Rank::Around, gap::fill_all(voice.text("paper.mark-line"), &gaps))
    };
    section(voice, "paper.marks", results(voice).into_iter().map(line).collect())
}

pub fn closing(voice: &PlanVoice) -> Section {
    let closing = &voice.plan.closing;
    let mut told = Vec::new();
    if let Some(who) = voice.own(Field::LookedAlong, 0, &closing.looked_along) {
        let on = closing.looked_on.map(|day| format!(", {}", voice.day(day))).unwrap_or_default();
        told.push(format!("{}.", voice.say("paper.looked-along", &format!("{who}{on}"))));
    }
    let signed: Vec<PersonId> =
        closing.signed_by.iter().copied().filter(|person| !voice.people.is_feared(*person)).collect();
    if !signed.is_empty() {
        told.push(format!("{}.", voice.say("paper.signed", &voice.names(&mut signed.into_iter()))));
    }
    let pieces = if told.is_empty() { Vec::new() } else { vec![Piece::new(Rank::Around, told.join(" "))] };
    section(voice, "paper.closing", pieces)
}
