//! The buttons of the menu, of a flag, of the paper and of the road for another; each in a copy of the dossier.

use app::model::catalogue::ScreenRef;
use app::model::content::{PageKind, Sheet, Step};
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::journey::{self, Onward};
use app::model::overview::Overview;
use app::model::paper::{self, Offered, offered, plain_text};
use app::model::route::Route;
use app::model::update::{Event, PaperEvent};

use super::checks::{may_leave, name, resolves};
use super::walker::Walker;
use super::{catalogue, today};

type Checked = Result<(), String>;

pub fn all(walker: &mut Walker) -> Checked {
    onward_leads(walker)?;
    stuck_leads(walker)?;
    what_is_emptied_comes_back(walker)?;
    match walker.page() {
        PageKind::Flag => ways_back_lead(walker)?,
        PageKind::Paper => {
            the_paper_leads(walker)?;
            every_sheet_is_there(walker)?;
        }
        _ => {}
    }
    if matches!(walker.page(), PageKind::Paper | PageKind::Sharing) {
        decisions_count(walker)?;
    }
    if catalogue().screen(walker.here).step == Step::ForSomeoneElse {
        together_leads(walker)?;
    }
    Ok(())
}

fn after(walker: &Walker, event: Event) -> (Dossier, Facts) {
    let mut dossier = walker.dossier.clone();
    let facts = dossier.apply_after(&walker.facts, event, today());
    (dossier, facts)
}

/// “Verder” leads to the screen that it says.
fn onward_leads(walker: &mut Walker) -> Checked {
    let (dossier, facts) = after(walker, Event::Continued { number: catalogue().number(walker.here) });
    match journey::onward(&facts, &dossier, walker.here, walker.returning) {
        Onward::Nowhere => Ok(()),
        Onward::Overview => resolves(&facts, &dossier, Overview::of(&facts, &dossier).here),
        Onward::To { place, .. } => resolves(&facts, &dossier, place),
    }
}

/// “Het loopt vast” leads to its road, and taking it back to where one was.
fn stuck_leads(walker: &mut Walker) -> Checked {
    let stuck = &catalogue().content.flow.roles.stuck;
    if !walker.facts.is_asked(stuck) || !may_leave(&walker.facts, &walker.dossier) {
        return Ok(());
    }
    let (mut dossier, facts) = after(walker, Event::Answered { question: stuck.clone(), answer: Some(Answer::Yes) });
    let first = journey::side_road_screens(&facts, &dossier, Step::Stuck)
        .first()
        .copied()
        .ok_or("it is stuck, without a road")?;
    resolves(&facts, &dossier, first)?;
    let facts = dossier.apply_after(&facts, Event::Answered { question: stuck.clone(), answer: None }, today());
    resolves(&facts, &dossier, journey::place_at(&facts, &dossier))?;
    walker.tally.count("button that says it is stuck");
    Ok(())
}

/// From a flag: to the overview, and to the question that lowers the flag.
fn ways_back_lead(walker: &mut Walker) -> Checked {
    let (dossier, facts) = after(walker, Event::Continued { number: catalogue().number(walker.here) });
    resolves(&facts, &dossier, Overview::of(&facts, &dossier).here)?;
    let up: Vec<_> = walker.facts.flags().iter().filter(|flag| flag.has_own_screen()).collect();
    for screen in up.into_iter().filter_map(|flag| catalogue().flag_screen(flag)) {
        let asks = &screen.back_to;
        if !asks.is_empty() && !screen.asks.contains(asks) {
            if !walker.facts.is_asked(asks) {
                return Err(format!("the way back of a flag shows {asks}, which does not count"));
            }
            walker.tally.count("question on the screen of a flag");
        }
    }
    Ok(())
}

/// The button to the call note leads there, also while there is no sheet.
fn the_paper_leads(walker: &mut Walker) -> Checked {
    let note = place_of(PageKind::CallNote).ok_or("no call note")?;
    let (dossier, facts) = after(walker, Event::Opened { screen: catalogue().screen(note).id.clone() });
    resolves(&facts, &dossier, note)?;
    walker.tally.count("button to the call note");
    Ok(())
}

/// Every sheet that is offered has a text to print and to copy.
fn every_sheet_is_there(walker: &mut Walker) -> Checked {
    let choice = &walker.dossier.paper;
    for sheet in [Sheet::Summary, Sheet::TailoredRequest, Sheet::MeetingRequest] {
        if offered(&walker.facts, sheet) != Offered::Yes {
            continue;
        }
        let paper = paper::compose(&walker.facts, choice, sheet).ok_or_else(|| format!("{sheet:?} has no paper"))?;
        if paper.document.pages.is_empty() || plain_text::flowing(&paper.document).trim().is_empty() {
            return Err(format!("{sheet:?} is offered, and its paper is empty"));
        }
        walker.tally.count("sheet to print and to copy");
    }
    Ok(())
}

/// “Zet terug” beside a question that was emptied on this screen brings its answer back.
fn what_is_emptied_comes_back(walker: &mut Walker) -> Checked {
    let here = Route::Step(catalogue().number(walker.here));
    let items = journey::items(&walker.facts, &walker.dossier, walker.here);
    for question in items.iter().flat_map(journey::ScreenItem::questions) {
        // After an empty answer, “Zet terug” brings back what was there before it.
        let answer = walker.dossier.answers.get(question).filter(|answer| !answer.is_empty()).cloned();
        let Some(answer) = answer else { continue };
        let mut dossier = walker.dossier.clone();
        dossier.turn_to(here);
        let emptied = Event::Answered { question: question.clone(), answer: None };
        let facts = dossier.apply_after(&walker.facts, emptied, today());
        if dossier.answers.contains_key(question) {
            return Err(format!("{question} was emptied and has an answer"));
        }
        if dossier.undoable() != Some(question.as_str()) {
            continue;
        }
        dossier.apply_after(&facts, Event::Undone, today());
        if dossier.answers.get(question) != Some(&answer) {
            return Err(format!("{question} came back otherwise than it was"));
        }
        walker.tally.count("emptied answer that came back");
    }
    Ok(())
}

fn place_of(page: PageKind) -> Option<ScreenRef> {
    catalogue().places().iter().copied().find(|place| catalogue().screen(*place).page == page)
}

/// What was found in own words: the button to its question leads there, and “Houd de tekst” settles it.
fn decisions_count(walker: &mut Walker) -> Checked {
    for (question, finding) in paper::held_back(&walker.facts, &walker.dossier.paper) {
        let place = journey::place_of(&walker.facts, &walker.dossier, &question)
            .ok_or_else(|| format!("a finding in {question}, which is asked nowhere"))?;
        let (dossier, facts) = after(walker, Event::Sought { question: question.clone() });
        resolves(&facts, &dossier, place)?;
        let key = finding.key_at(&question);
        let (dossier, facts) = after(walker, Event::Paper(PaperEvent::Kept { finding: key.clone(), kept: true }));
        let waits = paper::held_back(&facts, &dossier.paper);
        if waits.iter().any(|(other, found)| found.key_at(other) == key) {
            return Err(format!("{key} was kept and still waits"));
        }
        walker.tally.count("finding on the sheet or before it");
    }
    Ok(())
}

/// “Vul het samen in” leads off the road for another.
fn together_leads(walker: &mut Walker) -> Checked {
    let given = catalogue().content.flow.roles.together.as_ref().ok_or("no way to go on together")?;
    let answer = Some(Answer::pick(&given.option));
    let (mut dossier, facts) = after(walker, Event::Answered { question: given.question.clone(), answer });
    let number = catalogue().number(walker.here);
    let facts = dossier.apply_after(&facts, Event::Continued { number }, today());
    let place = match journey::onward_together(&facts, &dossier, walker.here, walker.returning) {
        Onward::To { place, .. } => place,
        Onward::Overview => Overview::of(&facts, &dossier).here,
        Onward::Nowhere => return Err("the road for two leads nowhere".to_owned()),
    };
    resolves(&facts, &dossier, place)?;
    if catalogue().screen(place).step == Step::ForSomeoneElse {
        return Err(format!("together, and still on {}", name(place)));
    }
    walker.tally.count("button to fill it in together");
    Ok(())
}
