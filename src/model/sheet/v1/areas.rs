//! Blocks 2, 3, 4, 6 and 7: what is told per life area.

use super::answer;
use super::fit::Section;
use super::part::{Joint, Part, Place, at_most, ended, fill, sentence};
use crate::model::condition::Condition;
use crate::model::content::{Area, Block, Kind, Piece, V1};
use crate::model::document::Run;
use crate::model::gap;
use crate::model::set::Set;
use crate::model::sheet::voice::{Quote, Voice};

/// What the block of areas shows of each.
pub struct PerArea<'a> {
    pub most: usize,
    pub lines_each: usize,
    pub situations: usize,
    pub severity: &'a str,
    pub severity_text: &'a str,
}

/// Strengths over all areas; ticked ones as sentences, own words as a quote.
pub fn strengths(voice: &Voice, most: usize) -> Vec<Part> {
    let question = &voice.catalogue().content.flow.roles.strengths;
    let areas = voice.facts.chosen_areas();
    let parts = areas.iter().flat_map(|(area, _)| ticked(voice, &voice.catalogue().in_area(*area, question)));
    at_most(most, parts.collect())
}

/// Outcomes with the goals behind each.
pub fn outcomes(voice: &Voice, most: usize) -> Vec<Part> {
    let question = &voice.catalogue().content.flow.roles.outcomes;
    let mut parts = Vec::new();
    for (index, area) in voice.facts.chosen_areas() {
        let mut now = now(voice, &area.id);
        for mut part in ticked(voice, &voice.catalogue().in_area(index, question)) {
            part.runs.push(Run::Plain(format!(" ({now}{})", area.goals)));
            now.clear();
            parts.push(part.joined(Joint::Dot));
        }
    }
    at_most(most, parts)
}

/// “nu 3, ” where the result has a mark in the plan.
fn now(voice: &Voice, result: &str) -> String {
    let mark = voice.facts.hidden().marks.get(&result.to_owned());
    let now = voice.catalogue().content.plan.text("paper.now");
    mark.map(|mark| format!("{}, ", gap::fill(now, "{}", &mark.to_string()))).unwrap_or_default()
}

/// Every tick of a question as a part of its own, then the own words.
pub fn ticked(voice: &Voice, id: &str) -> Vec<Part> {
    let ticks = voice.ticks(id).into_iter();
    let ticks = ticks.filter_map(|tick| {
        let runs = vec![Run::Plain(voice.option(id, tick)?)];
        Some(Part::new(format!("{id}/{tick}"), runs))
    });
    ticks.chain(voice.own_run(id, Quote::Quoted).map(|own| Part::new(id, vec![own]))).collect()
}

/// A section for each area about which more is told. An area about safety never stands here, not even as empty.
pub fn sections(voice: &Voice, v1: &V1<Condition>, block: &Block<Condition>, shape: &PerArea) -> Vec<Section> {
    let deep = voice.facts.deep_areas();
    let areas = voice.facts.chosen_areas().into_iter().filter(|(_, area)| !area.never_on_paper);
    let (here, further): (Vec<_>, Vec<_>) = areas.partition(|(index, _)| deep.contains(index));
    let further = here.iter().skip(shape.most).copied().chain(further);
    let further: Vec<Part> = further
        .flat_map(|(index, area)| situations_and_more(voice, v1, block, shape, index, area))
        .map(|part| part.placed(Place::Page2))
        .collect();
    let mut sections: Vec<Section> =
        here.iter().take(shape.most).map(|(index, area)| section(voice, v1, block, shape, *index, area)).collect();
    if let Some(last) = sections.last_mut() {
        last.parts.extend(further);
    }
    sections
}

fn section(
    voice: &Voice,
    v1: &V1<Condition>,
    block: &Block<Condition>,
    shape: &PerArea,
    index: usize,
    area: &Area<Condition>,
) -> Section {
    let severity = voice.say(&voice.catalogue().in_area(index, shape.severity), Quote::Bare);
    let parts = situations_and_more(voice, v1, block, shape, index, area);
    let mut lead = vec![Run::Plain(voice.area_name(area).to_owned())];
    if !severity.is_empty() {
        lead.push(Run::Plain(" ".to_owned()));
        lead.extend(fill(shape.severity_text, "{}", &severity));
    }
    if severity.is_empty() && parts.is_empty() {
        lead.push(Run::Plain(format!(" – {}", v1.empty)));
    }
    Section { lead, dash: " – ".to_owned(), parts, lines: shape.lines_each }
}

fn situations_and_more(
    voice: &Voice,
    v1: &V1<Condition>,
    block: &Block<Condition>,
    shape: &PerArea,
    index: usize,
    area: &Area<Condition>,
) -> Vec<Part> {
    let question = &voice.catalogue().content.flow.roles.situations;
    let mut parts = at_most(shape.situations, ticked(voice, &voice.catalogue().in_area(index, question)));
    for follow_up in follow_ups(voice, block, index, area) {
        parts.extend(follow_up_parts(voice, v1, block, &follow_up));
    }
    for part in &mut parts {
        voice.area_name(area).clone_into(&mut part.about);
    }
    parts
}

/// The follow-ups of an area, and those of an area that was not chosen when they are asked here. First numbers, then
/// choices, then own words; last what has a piece of its own in this block.
fn follow_ups(voice: &Voice, block: &Block<Condition>, index: usize, area: &Area<Condition>) -> Vec<String> {
    let chosen: Vec<usize> = voice.facts.chosen_areas().iter().map(|(index, _)| *index).collect();
    let home = |id: &str| voice.catalogue().question(id).and_then(|asked| asked.area);
    let guests = area.first_here.iter().map(|first| first.question.clone());
    let guests = guests.filter(|id| home(id).is_some_and(|home| home != index && !chosen.contains(&home)));
    let ids: Vec<String> = guests.chain(area.follow_ups.iter().map(|question| question.id.clone())).collect();
    let rank = |id: &String| match voice.question(id).map(|question| question.kind) {
        _ if piece_of(block, id).is_some() => 4,
        Some(Kind::Number { .. }) => 0,
        Some(Kind::YesNo | Kind::One | Kind::Many) => 1,
        Some(Kind::Date) => 2,
        Some(Kind::Text | Kind::People(_)) | None => 3,
    };
    let ranked = (0..=4).flat_map(|wanted| ids.iter().filter(move |id| rank(id) == wanted));
    ranked.cloned().collect()
}

/// A number with its unit, a choice, own words as a quote. What another piece of the sheet says, is not said here; what
/// a piece of this block says, is said in its words.
fn follow_up_parts(voice: &Voice, v1: &V1<Condition>, block: &Block<Condition>, id: &str) -> Vec<Part> {
    if let Some(piece) = piece_of(block, id) {
        return answer::parts(voice, v1, piece);
    }
    if super::is_said_elsewhere(v1, block, id) {
        return Vec::new();
    }
    let Some(question) = voice.question(id) else {
        return Vec::new();
    };
    let label = question.paper.trim();
    let bare_yes_or_no = question.kind == Kind::YesNo && label.is_empty();
    let runs = voice.say(id, Quote::Quoted);
    if runs.is_empty() || bare_yes_or_no {
        return Vec::new();
    }
    let text = match label {
        "" => "{}".to_owned(),
        label if gap::holds(label, "{}") => label.to_owned(),
        label => format!("{label} {{}}"),
    };
    vec![Part::new(id, sentence(&text, &runs))]
}

fn piece_of<'b>(block: &'b Block<Condition>, id: &str) -> Option<&'b crate::model::content::AnswerPiece<Condition>> {
    block.pieces.iter().find_map(|piece| match piece {
        Piece::Answer(answer) if answer.question == id => Some(answer),
        Piece::Answer(_) | Piece::Say(_) | Piece::Rest(_) => None,
    })
}

/// “Geld komt door: werk, relatie.”
pub fn causes(voice: &Voice, question: &str, text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for (index, area) in voice.facts.chosen_areas() {
        let id = voice.catalogue().in_area(index, question);
        let runs = voice.say(&id, Quote::Quoted);
        if !runs.is_empty() && !area.never_on_paper {
            let text = gap::fill(text, "{area}", voice.area_name(area));
            parts.push(Part::new(id, sentence(&text, &runs)));
        }
    }
    parts
}

/// The texts of “Begin bij …”.
pub struct BeginTexts<'a> {
    pub alone: &'a str,
    pub one: &'a str,
    pub many: &'a str,
}

/// “Begin bij geld, dan gaat wonen ook beter.” Areas that may not be named here are left out.
pub fn begin_at(voice: &Voice, start: &str, better: &str, texts: &BeginTexts) -> Vec<Part> {
    let named = |question: &str| -> Vec<usize> {
        let ticks = voice.ticks(question);
        let areas = ticks.iter().filter_map(|id| voice.catalogue().area(id));
        let areas = areas.filter(|(_, area)| voice.may_name(area)).map(|(index, _)| index);
        areas.collect::<Set<usize>>().into_vec()
    };
    let Some(first) = named(start).first().copied() else {
        return Vec::new();
    };
    let inline = |index: usize| voice.catalogue().content.areas[index].inline.clone();
    let others: Vec<String> = named(better).into_iter().filter(|index| *index != first).map(inline).collect();
    let text = match others.len() {
        0 => texts.alone,
        1 => texts.one,
        _ => texts.many,
    };
    let text = gap::fill_all(text, &[("{start}", &inline(first)), ("{better}", &voice.list(&others))]);
    vec![Part::new(start, vec![Run::Plain(text)])]
}

/// How the nearby options are told.
pub struct NearbyTexts<'a> {
    pub look_option: &'a str,
    pub try_option: &'a str,
    pub with: &'a str,
    pub look: &'a str,
    pub look_alone: &'a str,
}

/// What is near and will be tried, or looked at first.
pub fn nearby(voice: &Voice, most: usize, texts: &NearbyTexts) -> Vec<Part> {
    let with = voice.say(texts.with, Quote::Bare);
    let areas = voice.facts.chosen_areas();
    let choices = areas.iter().flat_map(|(_, area)| &area.nearby);
    let parts = choices.filter_map(|choice| {
        let ticks = voice.ticks(&choice.id);
        let mut runs = vec![Run::Plain(voice.question(&choice.id)?.text.trim_end_matches('.').to_owned())];
        if ticks.contains(&texts.look_option) {
            runs.push(Run::Plain(": ".to_owned()));
            let look = if with.is_empty() { texts.look_alone } else { texts.look };
            runs.extend(fill(look, "{}", &with));
        } else if !ticks.contains(&texts.try_option) {
            return None;
        }
        let mut part = Part::new(choice.id.as_str(), ended(runs));
        part.own |= voice.own(texts.with).is_some();
        Some(part)
    });
    at_most(most, parts.collect())
}
