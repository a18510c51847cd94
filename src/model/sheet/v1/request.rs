//! Blocks 8, 9, 11 and 12: what is asked, how fast, with whom may be talked, what goes along.

use super::part::{Joint, Part, Place, ended, fill, or_pen, pens, sentence};
use crate::model::answers::Answer;
use crate::model::condition::Condition;
use crate::model::content::{ConsentText, Report, Sheet, V1};
use crate::model::date::Date;
use crate::model::deadlines::{self, About};
use crate::model::document::Run;
use crate::model::flag::Flag;
use crate::model::gap;
use crate::model::set::Set;
use crate::model::sheet::voice::{Quote, Voice};
use crate::model::sheet::{self, Offered, PaperChoice};

/// The line on the report; never leaves page 1.
pub fn report(voice: &Voice, v1: &V1<Condition>, report: &Report) -> Vec<Part> {
    let on = voice.say(&report.on, Quote::Bare);
    let runs = if voice.yes(&report.done) && !on.is_empty() {
        fill(&report.with_date, "{}", &on)
    } else {
        let text = if voice.yes(&report.done) {
            &report.without_date
        } else if voice.no(&report.done) && voice.yes(&report.this) {
            &report.this_is
        } else if voice.no(&report.done) {
            &report.not_done
        } else {
            &report.open
        };
        vec![Run::Plain(pens(text, v1))]
    };
    vec![Part::new(report.done.as_str(), runs).placed(Place::Stays)]
}

/// What the days to expect hang on.
pub struct Expecting<'a> {
    pub on: &'a str,
    pub money_areas: &'a [String],
    pub other_areas: &'a [String],
    pub talk: &'a str,
    pub outcome: &'a str,
}

/// The days to expect, each on its own.
pub fn expected(voice: &Voice, shape: &Expecting) -> Vec<Part> {
    let Some(Answer::Date(report)) = voice.answer(shape.on) else {
        return Vec::new();
    };
    let chosen = voice.facts.chosen_areas();
    let any = |ids: &[String]| chosen.iter().any(|(_, area)| ids.contains(&area.id));
    let about = About {
        urgent: voice.facts.is_up(Flag::LosingHomeOrPower),
        money: any(shape.money_areas),
        support: any(shape.other_areas),
    };
    let holidays = &voice.catalogue().content.holidays;
    let days = deadlines::expected(*report, voice.facts.today, about, holidays);
    let told = [("talk", shape.talk, days.talk), ("outcome", shape.outcome, days.outcome)];
    let told = told.into_iter().filter_map(|(key, text, day)| {
        let day = Run::Plain(in_words(voice, day?));
        Some(Part::new(format!("{}/{key}", shape.on), fill(text, "{}", &[day])))
    });
    told.collect()
}

fn in_words(voice: &Voice, day: Date) -> String {
    deadlines::in_words(day, &voice.sheets().months)
}

/// The sentences the resident chose; own words stand in the place of `{}`.
pub fn sentences(voice: &Voice, v1: &V1<Condition>, question: &str, page_2: &[String], most: usize) -> Vec<Part> {
    let own = || or_pen(voice.own_run(question, Quote::Quoted).into_iter().collect(), v1);
    let told = voice.ticks(question).into_iter().filter_map(|tick| {
        let text = voice.option(question, tick)?;
        let runs = if gap::holds(&text, "{}") { sentence(&text, &own()) } else { vec![Run::Plain(text)] };
        let part = Part::new(format!("{question}/{tick}"), runs);
        let disagrees = page_2.iter().any(|id| id == tick);
        Some(if disagrees { part.placed(Place::Disagree) } else { part })
    });
    let (there, here): (Vec<Part>, Vec<Part>) = told.partition(|part| part.place == Place::Disagree);
    here.into_iter().take(most).chain(there).collect()
}

/// The ticked sentences of the flags, urgent first, then the dates in bold, earliest first. The first urgent line and
/// the earliest date never leave page 1.
pub fn flag_lines(voice: &Voice, dates: &[String]) -> Vec<Part> {
    let screens = voice.facts.flags().iter().filter_map(|flag| voice.catalogue().flag_screen(*flag));
    let ticked = screens.filter_map(|screen| screen.paper.as_ref());
    let mut ticked: Vec<_> = ticked.filter(|paper| voice.facts.yes(&paper.question)).collect();
    // Two flags may share a sentence; it stands once.
    ticked.dedup_by_key(|paper| &paper.question);
    let (urgent, other): (Vec<_>, Vec<_>) = ticked.into_iter().partition(|paper| paper.urgent);
    let lines = urgent.into_iter().chain(other).enumerate().map(|(index, paper)| {
        let part = Part::new(paper.question.as_str(), vec![Run::Plain(paper.sentence.clone())]);
        if index == 0 && paper.urgent { part.placed(Place::Stays) } else { part }
    });
    let mut parts: Vec<Part> = lines.collect();
    let day = |id: &String| match voice.answer(id) {
        Some(Answer::Date(day)) => Some((*day, id.clone())),
        _ => None,
    };
    let days: Set<(Date, String)> = dates.iter().filter_map(day).collect();
    for (index, (day, id)) in days.into_vec().into_iter().enumerate() {
        let label = voice.question(&id).map_or("", |question| question.paper.trim());
        let text = format!("{label} {}.", in_words(voice, day));
        let part = Part::new(id, vec![Run::Bold(text.trim().to_owned())]);
        parts.push(if index == 0 { part.placed(Place::Stays) } else { part });
    }
    parts
}

/// Who may keep the sheet, with whom may be talked, who may read along.
pub struct Consenting<'a> {
    pub keep: &'a str,
    pub keep_yes: &'a str,
    pub keep_no: &'a str,
    pub talk: &'a [ConsentText],
    pub circle: &'a str,
    pub circle_text: &'a str,
}

/// Each consent by itself; without a yes the sheet may not be kept.
pub fn consents(voice: &Voice, v1: &V1<Condition>, shape: &Consenting) -> Vec<Part> {
    let keep = if voice.yes(shape.keep) { shape.keep_yes } else { shape.keep_no };
    let keep = Part::new(shape.keep, vec![Run::Plain(keep.to_owned())]);
    let mut parts = vec![keep.placed(Place::Stays)];
    for consent in shape.talk.iter().filter(|consent| voice.yes(&consent.question)) {
        parts.push(talk(voice, v1, consent));
    }
    let circle = voice.say(shape.circle, Quote::Bare);
    if !circle.is_empty() {
        parts.push(Part::new(shape.circle, sentence(shape.circle_text, &circle)));
    }
    parts
}

fn talk(voice: &Voice, v1: &V1<Condition>, consent: &ConsentText) -> Part {
    let told = |question: &str| voice.say(question, Quote::Bare).iter().map(Run::text).collect::<String>();
    let (who, about) = (told(&consent.who), told(&consent.about));
    let is_own = !who.is_empty() || !about.is_empty();
    let text = if who.is_empty() && !consent.alone.is_empty() { &consent.alone } else { &consent.text };
    let or_pen = |told: &str| {
        if told.is_empty() { v1.pen.clone() } else { told.trim_end_matches('.').to_owned() }
    };
    // Filled from the outside in, so that a mark inside own words stays as it was typed.
    let (who, about) = (or_pen(&who), or_pen(&about));
    let about = |piece: &str| gap::fill(piece, "{about}", &about);
    let text = match gap::split(text, "{who}") {
        Some((before, after)) => format!("{}{who}{}", about(before), about(after)),
        None => about(text),
    };
    let mut part = Part::new(consent.question.as_str(), ended(vec![Run::Plain(text)]));
    part.own = is_own;
    part
}

/// Which sheets go along.
pub fn enclosed(voice: &Voice, v1: &V1<Condition>, choice: &PaperChoice, text: &str) -> Vec<Part> {
    let mut text = text.to_owned();
    for (mark, sheet) in [("{V2}", Sheet::V2), ("{V3}", Sheet::V3), ("{V4}", Sheet::V4)] {
        let word = if goes_along(voice, choice, sheet) { "paper.yes" } else { "paper.no" };
        text = gap::fill(&text, mark, voice.catalogue().text(word));
    }
    vec![Part::new("enclosed", vec![Run::Plain(pens(&text, v1))]).placed(Place::Stays)]
}

/// Whether a further sheet goes along: it was chosen, and is there.
fn goes_along(voice: &Voice, choice: &PaperChoice, sheet: Sheet) -> bool {
    choice.sheets.contains(&sheet) && sheet::offered(voice.facts, sheet) == Offered::Yes
}

/// A day to aim for, counted from today. Never leaves the page.
pub fn target(voice: &Voice, text: &str, days: i64) -> Vec<Part> {
    let day = voice.facts.today.plus(days).map(|day| Run::Plain(in_words(voice, day)));
    let part = day.map(|day| Part::new("target", fill(text, "{}", &[day])).placed(Place::Stays));
    part.into_iter().collect()
}

/// The fixed foot.
pub fn foot(v1: &V1<Condition>, pages: usize) -> Vec<Part> {
    let text = gap::fill(&v1.foot, "{pages}", &pages.to_string());
    let part = Part::new("foot", vec![Run::Plain(text)]);
    vec![part.joined(Joint::Line).placed(Place::Stays)]
}
