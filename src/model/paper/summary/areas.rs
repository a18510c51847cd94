//! Blocks 2, 3, 4, 6 and 7: what the resident entered per life area.

use super::answer;
use super::fit::Section;
use super::part::{self, Separator, SummaryPart, at_most, ended, fill, plain, sentence};
use crate::model::content::condition::Condition;
use crate::model::content::{AnswerPiece, BeginAt, LifeArea, Nearby, PerArea, QuestionKind, SheetBlock, SheetPiece};
use crate::model::paper::document::push;
use crate::model::paper::voice::{Quote, Voice};
use crate::model::words;

/// Adds the strengths of all areas: ticked ones as sentences, free text as a quote.
pub fn strengths(voice: &Voice, most: usize, parts: &mut Vec<SummaryPart>) {
    let question = &voice.catalogue().content.flow.roles.strengths;
    for (area, _) in voice.facts.chosen_areas() {
        ticked(voice, &voice.catalogue().in_area(area, question), parts);
    }
    at_most(most, parts);
}

/// Adds the outcomes with the goals of each, and “nu 3, ” if the plan has a mark for the result.
pub fn outcomes(voice: &Voice, most: usize, parts: &mut Vec<SummaryPart>) {
    let content = &voice.catalogue().content;
    for (index, area) in voice.facts.chosen_areas() {
        let before = parts.len();
        ticked(voice, &voice.catalogue().in_area(index, &content.flow.roles.outcomes), parts);
        let mark = voice.facts.hidden().marks.get(&area.id);
        let mut now =
            mark.map(|mark| [&content.plan.text("paper.now").replace("{}", &mark.to_string()), ", "].concat());
        for part in parts.iter_mut().skip(before) {
            push(&mut part.runs, &[" (", &now.take().unwrap_or_default(), &area.goals, ")"].concat());
            part.joint = Separator::Dot;
        }
    }
    at_most(most, parts);
}

/// Adds every tick of a question as a separate part, then the free text.
pub fn ticked(voice: &Voice, id: &str, parts: &mut Vec<SummaryPart>) {
    for tick in voice.ticks(id) {
        if let Some(text) = voice.option(id, tick) {
            part::add_text(parts, &[id, "/", tick].concat(), &text);
        }
    }
    if let Some(own) = voice.own_run(id, Quote::Quoted) {
        part::add(parts, id, vec![own]);
    }
}

/// A section for each area the resident tells more about. A safety area never appears here, not even as empty.
pub fn sections(voice: &Voice, block: &SheetBlock<Condition>, shape: &PerArea) -> Vec<Section> {
    let deep = voice.facts.deep_areas();
    let mut sections: Vec<Section> = Vec::new();
    let (mut further, mut other) = (Vec::new(), Vec::new());
    for (index, area) in voice.facts.chosen_areas() {
        if area.never_on_paper {
            continue;
        }
        let mut parts = situations_and_more(voice, block, shape, index, area);
        if !deep.contains(&index) {
            other.append(&mut parts);
        } else if sections.len() == shape.most {
            further.append(&mut parts);
        } else {
            sections.push(section(voice, shape, index, area, parts));
        }
    }
    further.append(&mut other);
    at_most(0, &mut further);
    if let Some(last) = sections.last_mut() {
        last.parts.append(&mut further);
    }
    sections
}

fn section(
    voice: &Voice,
    shape: &PerArea,
    index: usize,
    area: &LifeArea<Condition>,
    parts: Vec<SummaryPart>,
) -> Section {
    let severity = voice.runs(&voice.catalogue().in_area(index, &shape.severity), Quote::Bare);
    let mut lead = plain(voice.area_name(area));
    if !severity.is_empty() {
        push(&mut lead, " ");
        lead.extend(fill(&shape.severity_text, "{}", &severity));
    } else if parts.is_empty() {
        push(&mut lead, &[" – ", &voice.sheets().v1.empty].concat());
    }
    Section { lead, dash: " – ", parts, lines: shape.lines_each }
}

fn situations_and_more(
    voice: &Voice,
    block: &SheetBlock<Condition>,
    shape: &PerArea,
    index: usize,
    area: &LifeArea<Condition>,
) -> Vec<SummaryPart> {
    let question = &voice.catalogue().content.flow.roles.situations;
    let mut parts = Vec::new();
    ticked(voice, &voice.catalogue().in_area(index, question), &mut parts);
    at_most(shape.situations, &mut parts);
    let follow_ups = follow_ups(voice, index, area);
    for rank in 0..=LAST {
        for id in &follow_ups {
            if self::rank(voice, block, id) == rank {
                follow_up(voice, block, id, &mut parts);
            }
        }
    }
    for part in &mut parts {
        voice.area_name(area).clone_into(&mut part.about);
    }
    parts
}

/// The follow-ups of an area, after those that it asks for an area that was not chosen.
fn follow_ups<'c>(voice: &Voice, index: usize, area: &'c LifeArea<Condition>) -> Vec<&'c str> {
    let chosen = voice.facts.chosen_areas();
    let mut ids: Vec<&str> = Vec::new();
    for guest in &area.first_here {
        let home = voice.catalogue().question(&guest.question).and_then(|asked| asked.area);
        if home.is_some_and(|home| home != index && chosen.iter().all(|(other, _)| *other != home)) {
            ids.push(&guest.question);
        }
    }
    for question in &area.follow_ups {
        ids.push(&question.id);
    }
    ids
}

/// The rank of follow-ups with their own piece in the block.
const LAST: u8 = 4;

/// The order of follow-ups: numbers, choices, free text; last those with their own piece in this block.
fn rank(voice: &Voice, block: &SheetBlock<Condition>, id: &str) -> u8 {
    if piece_of(block, id).is_some() {
        return LAST;
    }
    match voice.question(id).map(|question| question.kind) {
        Some(QuestionKind::Number { .. }) => 0,
        Some(QuestionKind::YesNo | QuestionKind::One | QuestionKind::Many) => 1,
        Some(QuestionKind::Date) => 2,
        Some(QuestionKind::Text | QuestionKind::People(_)) | None => 3,
    }
}

/// Adds a follow-up: a number with its unit, a choice, or free text as a quote. Skips what another piece of the sheet
/// says, and uses the text of a piece in this block.
fn follow_up(voice: &Voice, block: &SheetBlock<Condition>, id: &str, parts: &mut Vec<SummaryPart>) {
    if let Some(piece) = piece_of(block, id) {
        answer::parts(voice, piece, parts);
        return;
    }
    let Some(question) = voice.question(id) else {
        return;
    };
    let label = question.paper.trim();
    let bare_yes_or_no = question.kind == QuestionKind::YesNo && label.is_empty();
    let runs = voice.runs(id, Quote::Quoted);
    if runs.is_empty() || bare_yes_or_no || super::is_printed_elsewhere(voice, block, id) {
        return;
    }
    let open = if label.is_empty() || label.contains("{}") { "" } else { " {}" };
    part::add(parts, id, sentence(&[label, open].concat(), &runs));
}

fn piece_of<'b>(block: &'b SheetBlock<Condition>, id: &str) -> Option<&'b AnswerPiece<Condition>> {
    for piece in &block.pieces {
        match piece {
            SheetPiece::Answer(answer) if answer.question == id => return Some(answer),
            SheetPiece::Answer(_) | SheetPiece::Say(_) | SheetPiece::Rest(_) => {}
        }
    }
    None
}

/// Adds “Begin bij geld, dan gaat wonen ook beter.”, without areas that may not be named here.
pub fn begin_at(voice: &Voice, shape: &BeginAt, parts: &mut Vec<SummaryPart>) {
    let start = named(voice, &shape.start);
    let Some(first) = start.first() else {
        return;
    };
    let mut others = named(voice, &shape.better);
    others.retain(|other| other != first);
    let text = match others.len() {
        0 => &shape.alone,
        1 => &shape.one,
        _ => &shape.many,
    };
    let text = words::fill(text, &[("{start}", first), ("{better}", &voice.list(&others))]);
    part::add_text(parts, &shape.start, &text);
}

/// The ticked areas that may be named, in content order, in the form for the middle of a sentence.
fn named<'v>(voice: &Voice<'v>, question: &str) -> Vec<&'v str> {
    let ticks = voice.ticks(question);
    let mut named = Vec::new();
    for area in &voice.catalogue().content.areas {
        if ticks.contains(&area.id.as_str()) && voice.may_name(area) {
            named.push(area.inline.as_str());
        }
    }
    named
}

/// Adds the nearby options that the resident will try, or look at first.
pub fn nearby(voice: &Voice, shape: &Nearby, parts: &mut Vec<SummaryPart>) {
    let with = voice.runs(&shape.with, Quote::Bare);
    for (_, area) in voice.facts.chosen_areas() {
        for choice in &area.nearby {
            let ticks = voice.ticks(&choice.id);
            let looks = ticks.contains(&shape.look_option.as_str());
            let Some(question) = voice.question(&choice.id) else { continue };
            if !looks && !ticks.contains(&shape.try_option.as_str()) {
                continue;
            }
            let mut runs = plain(question.text.trim_end_matches('.'));
            if looks {
                push(&mut runs, ": ");
                runs.extend(fill(if with.is_empty() { &shape.look_alone } else { &shape.look }, "{}", &with));
            }
            part::add(parts, &choice.id, ended(runs)).own |= voice.free_text(&shape.with).is_some();
        }
    }
    at_most(shape.most, parts);
}
