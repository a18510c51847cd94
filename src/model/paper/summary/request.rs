//! Blocks 8, 9 and 11: what to expect, how urgent it is, and who may talk with whom.

use super::part::{self, Placement, SummaryPart, ended, fill, or_pen, plain, sentence};
use crate::model::content::flag::Flag;
use crate::model::content::{ConsentText, Expected};
use crate::model::date::Date;
use crate::model::deadlines::{self, ReportedNeeds};
use crate::model::paper::document::{self, Run};
use crate::model::paper::voice::{Quote, Voice};

/// Adds the expected days, each as a separate part.
pub fn expected(voice: &Voice, shape: &Expected, parts: &mut Vec<SummaryPart>) {
    let (Some(report), Some(today)) = (voice.date(&shape.on), voice.facts.sure_today()) else {
        return;
    };
    let chosen = voice.facts.chosen_areas();
    let any = |ids: &[String]| chosen.iter().any(|(_, area)| ids.contains(&area.id));
    let about = ReportedNeeds {
        urgent: voice.facts.is_up(Flag::LosingHomeOrPower),
        money: any(&shape.money_areas),
        support: any(&shape.other_areas),
    };
    let holidays = &voice.catalogue().content.holidays;
    let days = deadlines::expected(report, today, about, holidays);
    for (key, text, day) in [("/talk", &shape.talk, days.talk), ("/outcome", &shape.outcome, days.outcome)] {
        if let Some(day) = day {
            part::add(parts, &[&shape.on, key].concat(), fill(text, "{}", &plain(&voice.day(day))));
        }
    }
}

/// Adds the sentences the resident chose; `{}` is replaced by the free text.
pub fn sentences(voice: &Voice, question: &str, page_2: &[String], most: usize, parts: &mut Vec<SummaryPart>) {
    let mut there = Vec::new();
    for tick in voice.ticks(question) {
        let Some(text) = voice.option(question, tick) else { continue };
        let runs = if text.contains("{}") {
            sentence(&text, &or_pen(voice, voice.own_run(question, Quote::Quoted).into_iter().collect()))
        } else {
            plain(&text)
        };
        let key = [question, "/", tick].concat();
        if page_2.iter().any(|id| id == tick) {
            part::add(&mut there, &key, runs).place = Placement::Disagree;
        } else if parts.len() < most {
            part::add(parts, &key, runs);
        }
    }
    parts.append(&mut there);
}

/// Adds the sentences of flags that the resident allowed, urgent ones first, then the dates in bold, earliest first.
/// The first urgent line and the earliest date never leave page 1.
pub fn flag_lines(voice: &Voice, dates: &[String], parts: &mut Vec<SummaryPart>) {
    for urgent in [true, false] {
        let mut last = "";
        for flag in voice.facts.flags().iter() {
            let Some(paper) = voice.catalogue().flag_screen(flag).and_then(|screen| screen.paper.as_ref()) else {
                continue;
            };
            // Two flags may share a sentence, which is printed once.
            if paper.urgent != urgent || paper.question == last || !voice.facts.yes(&paper.question) {
                continue;
            }
            last = &paper.question;
            let first = parts.is_empty();
            let part = part::add_text(parts, &paper.question, &paper.sentence);
            if first && urgent {
                part.place = Placement::Stays;
            }
        }
    }
    let mut days: Vec<(Date, &str)> = Vec::new();
    for id in dates {
        if let Some(day) = voice.date(id) {
            let day = (day, id.as_str());
            let place = days.iter().take_while(|other| **other < day).count();
            days.insert(place, day);
        }
    }
    let mut place = Placement::Stays;
    for (day, id) in days {
        let label = voice.question(id).map_or("", |question| question.paper.trim());
        let text = [label, " ", &voice.day(day), "."].concat();
        part::add(parts, id, vec![Run::Bold(text.trim().to_owned())]).place = place;
        place = Placement::Free;
    }
}

/// Adds a consent: with whom the gemeente may talk, and about what.
pub fn consent(voice: &Voice, consent: &ConsentText, parts: &mut Vec<SummaryPart>) {
    if !voice.yes(&consent.question) {
        return;
    }
    let who = voice.runs(&consent.who, Quote::Bare);
    let about = voice.runs(&consent.about, Quote::Bare);
    let is_own = !who.is_empty() || !about.is_empty();
    let text = if who.is_empty() && !consent.alone.is_empty() { &consent.alone } else { &consent.text };
    let told = |runs: Vec<Run>| document::text(&or_pen(voice, runs)).trim_end_matches('.').to_owned();
    // Replaced from the outside in, so that a placeholder inside free text stays as typed.
    let about = told(about);
    let about = |piece: &str| piece.replace("{about}", &about);
    let text = match text.split_once("{who}") {
        Some((before, after)) => [about(before), told(who), about(after)].concat(),
        None => about(text),
    };
    part::add(parts, &consent.question, ended(plain(&text))).own = is_own;
}

/// Adds a target day, counted from today; a line for the pen if the clock is not plausible. Never leaves the page.
pub fn target(voice: &Voice, text: &str, days: i64, parts: &mut Vec<SummaryPart>) {
    let day = voice.facts.sure_today().and_then(|today| today.plus(days));
    let day = day.map(|day| plain(&voice.day(day))).unwrap_or_default();
    part::add(parts, "target", fill(text, "{}", &or_pen(voice, day))).place = Placement::Stays;
}
