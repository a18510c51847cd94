//! Block 1: the first sentence by the rule of seven, and by whom the sheet was filled in.
//!
//! Nothing is shortened and no sentence is made: what does not fit as it is gives way to the next of the seven.

use super::part::{Joint, Part, Place, fill};
use crate::model::condition::Condition;
use crate::model::content::V1;
use crate::model::deadlines;
use crate::model::document::{Block, Look, Paragraph, Run, Widths};
use crate::model::gap;
use crate::model::sheet::voice::{Quote, Voice};
use crate::model::words;

/// Where the first sentence may come from.
pub struct Sources<'a> {
    pub chosen: &'a str,
    pub story: &'a str,
    pub goal: &'a str,
    pub areas: &'a str,
    pub longest: usize,
}

/// Lines the first sentence has.
const LINES: usize = 2;

/// The own sentences that fit on top: those of the story, then the goal. The option of such a sentence is the sentence
/// itself, so that a changed story never puts another sentence in its place.
pub fn own_sentences(voice: &Voice, heading: &str, widths: &Widths, sources: &Sources) -> Vec<String> {
    let fits = |text: &str| fits(heading, widths, sources.longest, text);
    let story = voice.answered_text(sources.story).unwrap_or_default();
    let goal = voice.answered_text(sources.goal).unwrap_or_default();
    let mut own: Vec<String> = Vec::new();
    let whole = if fits(story) { vec![story.trim()] } else { Vec::new() };
    let sentences = whole.into_iter().chain(words::sentences(story)).chain(words::sentences(goal));
    for sentence in sentences.filter(|sentence| !sentence.is_empty() && fits(sentence)) {
        if !own.iter().any(|other| other == sentence) {
            own.push(sentence.to_owned());
        }
    }
    own
}

/// The first of the seven there is; a line for the pen is the last.
pub fn sentence(voice: &Voice, v1: &V1<Condition>, heading: &str, widths: &Widths, sources: &Sources) -> Vec<Part> {
    let fits = |text: &str| fits(heading, widths, sources.longest, text);
    let quoted = |text: &str| Run::Quoted(text.to_owned());
    let chosen = chosen(voice, heading, widths, sources);
    let typed = voice.own(sources.chosen).filter(|typed| !fits(typed));
    let story = voice.own(sources.story);
    let first = || story.and_then(|story| words::sentences(story).into_iter().find(|text| fits(text)));
    let run = chosen
        .or_else(|| story.filter(|story| fits(story)).map(quoted))
        .or_else(|| first().map(quoted))
        .or_else(|| voice.own(sources.goal).filter(|goal| fits(goal)).map(quoted))
        .or_else(|| ticked_outcome(voice, &fits))
        .or_else(|| areas(voice, sources.areas, &fits))
        .unwrap_or_else(|| Run::Plain(v1.pen.clone()));
    let mut parts = vec![large(Part::new("first", vec![run]).placed(Place::Stays))];
    parts.extend(typed.map(|typed| {
        let part = Part::new(sources.chosen, vec![quoted(typed)]);
        part.placed(Place::Page2)
    }));
    parts
}

fn large(mut part: Part) -> Part {
    part.look = Look::Large;
    part
}

/// The sentence the resident typed for the top, or picked from their own.
fn chosen(voice: &Voice, heading: &str, widths: &Widths, sources: &Sources) -> Option<Run> {
    if let Some(typed) = voice.own(sources.chosen) {
        return fits(heading, widths, sources.longest, typed).then(|| Run::Quoted(typed.to_owned()));
    }
    let picked = voice.ticks(sources.chosen);
    let own = own_sentences(voice, heading, widths, sources);
    let sentence = own.into_iter().find(|sentence| picked.contains(&sentence.as_str()))?;
    let may_say = voice.may_say(sources.story, &sentence) && voice.may_say(sources.chosen, &sentence);
    may_say.then_some(Run::Quoted(sentence))
}

/// An outcome that was ticked stands as a plain sentence: chosen, not said.
fn ticked_outcome(voice: &Voice, fits: &dyn Fn(&str) -> bool) -> Option<Run> {
    let outcomes = &voice.catalogue().content.flow.roles.outcomes;
    let areas = voice.facts.chosen_areas();
    let ids = areas.iter().map(|(area, _)| voice.catalogue().in_area(*area, outcomes));
    let mut ticked = ids.filter_map(|id| voice.ticks(&id).first().and_then(|tick| voice.option(&id, tick)));
    ticked.find(|text| fits(text)).map(Run::Plain)
}

fn areas(voice: &Voice, text: &str, fits: &dyn Fn(&str) -> bool) -> Option<Run> {
    let named = voice.deep_area_names();
    let text = gap::fill(text, "{}", &voice.list(&named));
    (!named.is_empty() && fits(&text)).then_some(Run::Plain(text))
}

/// Whether a text fits on top with the heading before it, whatever words it has.
fn fits(heading: &str, widths: &Widths, longest: usize, text: &str) -> bool {
    let block = Block {
        heading: heading.to_owned(),
        paragraphs: vec![Paragraph { look: Look::Large, runs: vec![Run::Quoted(text.to_owned())] }],
        ..Block::default()
    };
    words::length(text.trim()) <= longest && block.lines(widths).len() <= LINES
}

/// Today's date, and by whom: “samen ingevuld met: vriend”.
pub fn filled_in(voice: &Voice, v1: &V1<Condition>, by: &str, with: &str) -> Vec<Part> {
    let date = deadlines::in_words(voice.facts.today, &voice.sheets().months);
    let mut parts = vec![Part::new("date", vec![Run::Plain(date)]).joined(Joint::Line).placed(Place::Stays)];
    let by_text = voice.ticks(by).first().and_then(|tick| voice.option(by, tick));
    parts.extend(by_text.map(|text| {
        let runs = fill(&text, "{}", &super::part::or_pen(role(voice, with), v1));
        let mut part = Part::new(by, runs).joined(Joint::Dot);
        part.own = voice.own(with).is_some();
        part
    }));
    parts
}

/// Own words say who it is when none of the roles does; without them there is a line for the pen.
fn role(voice: &Voice, with: &str) -> Vec<Run> {
    let mut told = voice.own_run(with, Quote::Bare).map_or_else(|| voice.say(with, Quote::Bare), |own| vec![own]);
    told.retain(|run| run.text() != "{}");
    told
}
