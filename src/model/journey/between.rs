//! Interrupts: screens that come between the others, for a flag, further safety questions, or a gentle question.

use std::collections::BTreeSet;

use super::asks::{own_items, own_questions};
use super::owed::is_owed;
use super::{ScreenItem, steps};
use crate::model::catalogue::ScreenRef;
use crate::model::content::flag::{Flag, Flags};
use crate::model::content::{PageKind, Way};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;

/// Whether this screen is an interrupt: it comes as soon as its condition becomes true.
pub fn is_interrupt(facts: &Facts, place: ScreenRef) -> bool {
    facts.catalogue.screen(place).way == Way::Interrupt
}

/// The interrupt that is due, if any: the screen of an unseen flag, then further safety screens that were not seen or
/// have a new question, then a gentle question.
pub fn due(facts: &Facts, dossier: &Dossier) -> Option<ScreenRef> {
    let mut places = facts.catalogue.places().iter().copied().filter(|place| is_interrupt(facts, *place));
    places.find(|place| {
        let screen = facts.catalogue.screen(*place);
        match screen.page {
            PageKind::Flag => unseen_flags(facts, dossier).next().is_some(),
            PageKind::GentleQuestion => gentle_question_due(facts, dossier).is_some(),
            _ => {
                let is_new = || own_questions(facts, *place).iter().any(|id| is_owed(facts, dossier, id));
                interrupt_holds(facts, &screen.id) && (!dossier.seen.screens.contains(&screen.id) || is_new())
            }
        }
    })
}

/// The gentle question that a free text calls for and that was not asked yet.
pub fn gentle_question_due(facts: &Facts, dossier: &Dossier) -> Option<String> {
    let soft = facts.catalogue.content.safety.soft.iter();
    let due = soft.filter(|soft| {
        facts.is_asked(&soft.question)
            && !facts.is_up(soft.flag)
            && facts.raw(&soft.question).is_none()
            && !dossier.seen.gentle_questions.contains(&soft.question)
    });
    due.map(|soft| soft.question.clone()).next()
}

/// The gentle question for a screen that opens: the one whose answer the resident wants to change, or else the one that
/// is due, or else one that was asked before.
pub fn gentle_question_to_show(facts: &Facts, dossier: &Dossier) -> Option<String> {
    let soft = || facts.catalogue.content.safety.soft.iter().map(|soft| &soft.question);
    let asked = |id: &&String| facts.is_asked(id);
    let sought = soft().find(|id| **id == dossier.seen.sought).filter(asked).cloned();
    let before = |id: &&String| dossier.seen.gentle_questions.contains(*id) || facts.raw(id).is_some();
    sought.or_else(|| gentle_question_due(facts, dossier)).or_else(|| soft().filter(asked).find(before).cloned())
}

/// The lower flags that appear as a block on the next screen: those that are up and were not seen yet.
pub fn blocks_due(facts: &Facts, dossier: &Dossier) -> Flags {
    let due = facts.flags() - dossier.seen.blocks;
    due.iter().filter(|flag| !flag.has_own_screen()).collect()
}

/// Whether the condition of an interrupt holds, whether or not it was seen.
pub fn interrupt_holds(facts: &Facts, screen: &str) -> bool {
    let screens = &facts.catalogue.content.flow.screens;
    let Some(screen) = screens.iter().find(|other| other.id == screen) else {
        return false;
    };
    match screen.page {
        PageKind::Flag => facts.flags().iter().any(Flag::has_own_screen),
        PageKind::GentleQuestion => true,
        _ => screen.shown.as_ref().is_some_and(|condition| facts.holds(condition)),
    }
}

/// Records that an interrupt was seen.
pub fn acknowledge(facts: &Facts, dossier: &mut Dossier, place: ScreenRef) {
    let screen = facts.catalogue.screen(place);
    if screen.way != Way::Interrupt {
        return;
    }
    match screen.page {
        PageKind::Flag => {
            dossier.seen.flags |= facts.flags().iter().filter(|flag| flag.has_own_screen()).collect::<Flags>();
        }
        PageKind::GentleQuestion => {
            let put = std::mem::take(&mut dossier.seen.soft_now);
            if !put.is_empty() {
                dossier.seen.gentle_questions.insert(put);
            }
        }
        _ => {
            dossier.seen.screens.insert(screen.id.clone());
        }
    }
}

/// The questions that stay on an interrupt until the resident leaves it, even if their answers end its reason.
pub fn asked_again(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> BTreeSet<String> {
    if !is_interrupt(facts, place) {
        return BTreeSet::new();
    }
    let questions = own_questions(facts, place);
    let on_road = |id: &String| steps(facts, dossier).iter().any(|step| own_questions(facts, *step).contains(id));
    let stays = |id: &String| facts.is_asked(id) && (facts.answer(id).is_none() || !on_road(id));
    let mut again = BTreeSet::new();
    for id in questions.into_iter().filter(stays) {
        again.insert(id);
    }
    again
}

/// What an interrupt asks now.
pub(super) fn items(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> Vec<ScreenItem> {
    if facts.catalogue.screen(place).page == PageKind::GentleQuestion {
        let now = dossier.seen.soft_now.clone();
        return if now.is_empty() { Vec::new() } else { vec![ScreenItem::Question(now)] };
    }
    let stays =
        |id: &String| dossier.seen.asked_here.contains(id) || (facts.is_asked(id) && facts.answer(id).is_none());
    let mut items = own_items(facts, place, &BTreeSet::new());
    items.retain(|item| {
        matches!(item, ScreenItem::Question(id) if stays(id)) || matches!(item, ScreenItem::Ticks { .. })
    });
    for id in &dossier.seen.asked_here {
        if !items.iter().any(|item| item.is_about(id)) {
            items.push(ScreenItem::Question(id.clone()));
        }
    }
    items
}

fn unseen_flags<'a>(facts: &'a Facts, dossier: &'a Dossier) -> impl Iterator<Item = Flag> + 'a {
    let unseen = facts.flags() - dossier.seen.flags;
    unseen.iter().filter(|flag| flag.has_own_screen())
}
