//! Reviews on paper: for each of the first days a box with lines for the pen, so that a family can hold it without a
//! screen; the scores; who carries out the plan.

use litemap::LiteMap;

use super::pages::{OwnPlanDraft, Rank};
use crate::model::content::Field;
use crate::model::paper::plan_voice::{LineBuilder, PlanVoice};
use crate::model::paper::summary::areas;
use crate::model::plan::reviews::{Notes, ReviewDate};
use crate::model::words;

/// This many reviews have a box on paper; after them the family has its own rhythm.
const BOXES: u8 = 3;
/// Weeks between the first reviews.
const WEEKS: u8 = 4;

pub fn reviews(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.reviews");
    let reviews = voice.reviews();
    draft.add_text(Rank::LookingBack, rhythm(voice, &reviews));
    let results = results(voice);
    for review in reviews.iter().take(BOXES.into()) {
        review_box(voice, *review, &results, draft);
    }
}

/// The line about who attends, how reviews continue, and who calls the circle together.
fn rhythm(voice: &PlanVoice, dates: &[ReviewDate]) -> String {
    let reviews = &voice.plan.reviews;
    let mut line = voice.line_builder(" ");
    if !dates.is_empty() {
        match &reviews.present {
            None => line.add_text("paper.present-all"),
            Some(people) => line.add(&voice.text_with("paper.present", &voice.names(people))),
        }
        if let Some(weeks) = reviews.every_weeks {
            line.add(&voice.text("paper.rhythm").replace("{n}", &weeks.to_string()));
        }
        line.add_text_with_date("paper.until", reviews.until);
    }
    line.add_person("paper.caller", reviews.caller.filter(|caller| !voice.people.is_feared(*caller)));
    line.text
}

fn review_box(voice: &PlanVoice, review: ReviewDate, results: &[(String, String)], draft: &mut OwnPlanDraft) {
    let nothing = Notes::default();
    let notes = voice.plan.reviews.notes.get(&review.number).unwrap_or(&nothing);
    let mut boxes = voice.line_builder(", ");
    for (result, _) in results {
        let mut named = voice.line_builder(" ");
        if results.len() > 1 {
            named.add(name(voice, result));
        }
        named.add(&mark(voice, result, review.number));
        boxes.add(&named.text);
    }
    if results.is_empty() {
        boxes.add_text("paper.mark-empty");
    }
    let mut head = voice.line_builder(" · ");
    head.add_text_with_date("paper.review-on", Some(review.day));
    head.add_text_with("paper.mark-box", &boxes.text);
    draft.add_text(Rank::LookingBack, head.text);
    let lines = [
        ("paper.good", Field::Good, &notes.good),
        ("paper.bad", Field::Bad, &notes.bad),
        ("paper.next", Field::Next, &notes.next),
    ];
    for (key, field, text) in lines {
        let own = voice.free_text(field, review.number.into(), text);
        draft.also(voice.text_with(key, own.as_deref().unwrap_or(voice.text("paper.pen"))));
    }
}

/// The name of an area inside a sentence.
fn name<'a>(voice: &PlanVoice<'a>, area: &str) -> &'a str {
    voice.voice.catalogue().area(area).map_or("", |(_, area)| &area.inline)
}

/// The results that can have a mark, by the id of their area, in the resident's words.
pub fn results(voice: &PlanVoice) -> Vec<(String, String)> {
    let catalogue = voice.voice.catalogue();
    let question = &catalogue.content.flow.roles.outcomes;
    let mut results = Vec::new();
    for (index, area) in voice.voice.facts.chosen_areas() {
        let mut parts = Vec::new();
        areas::ticked(&voice.voice, &catalogue.in_area(index, question), &mut parts);
        let mut told = voice.line_builder(" ");
        for part in &parts {
            told.add(&part.text());
        }
        if !parts.is_empty() && !area.never_on_paper && voice.may(Field::Mark) {
            results.push((area.id.clone(), told.text));
        }
    }
    results
}

/// The mark of a result at a moment, or a box for the pen.
fn mark(voice: &PlanVoice, result: &String, moment: u8) -> String {
    let marks = voice.plan.marks.get(result);
    let mark = marks.and_then(|marks: &LiteMap<u8, u8>| marks.get(&moment));
    mark.map_or_else(|| voice.text("paper.mark-empty").to_owned(), u8::to_string)
}

pub fn marks(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.marks");
    for (result, told) in results(voice) {
        let mut later = voice.line_builder(" · ");
        for number in 1..=BOXES {
            let (weeks, mark) = ((number * WEEKS).to_string(), mark(voice, &result, number));
            later.add(&words::fill(voice.text("paper.mark-at"), &[("{n}", &weeks), ("{mark}", &mark)]));
        }
        let start = mark(voice, &result, 0);
        let gaps = [("{start}", start.as_str()), ("{later}", &later.text), ("{result}", &told)];
        draft.add_text(Rank::Around, words::fill(voice.text("paper.mark-line"), &gaps));
    }
}

pub fn closing(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.closing");
    let closing = &voice.plan.closing;
    let mut line = voice.line_builder(" ");
    if let Some(who) = voice.free_text(Field::LookedAlong, 0, &closing.looked_along) {
        let mut along = voice.line_builder(", ");
        along.add(&who);
        along.add(&closing.looked_on.map(|day| voice.day(day)).unwrap_or_default());
        sentence(&mut line, voice.text_with("paper.looked-along", &along.text));
    }
    let signed = voice.names(&closing.signed_by);
    if !signed.is_empty() {
        sentence(&mut line, voice.text_with("paper.signed", &signed));
    }
    draft.add_text(Rank::Around, line.text);
}

fn sentence(line: &mut LineBuilder, told: String) {
    line.add(&[told.as_str(), "."].concat());
}
