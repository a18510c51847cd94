//! Which screens are on the road now, what each asks, and which comes next.

mod aside;
mod start;

use super::answers::Answer;
use super::catalogue::Place;
use super::content::{Ask, FlagDoes, Page, Step, Way};
use super::dossier::Dossier;
use super::facts::Facts;
use super::flag::{Flag, Flags};
use super::set::Set;

pub use aside::{aside, is_aside};
pub use start::{proposed_start, start_areas};

/// Something a screen asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A question, by full id.
    Question(String),
    /// Some of the ticks of a question, apart from the rest.
    Ticks { question: String, only: Vec<String> },
    /// Nearby options, each a question by its id.
    Nearby(Vec<String>),
}

/// The screens on the main road, in order. Interrupts and roads of their own are not among them.
pub fn steps(facts: &Facts, dossier: &Dossier) -> Vec<Place> {
    let places = facts.catalogue.places().iter().copied();
    let mut asked = Set::new();
    places.filter(|place| is_step(facts, dossier, *place, &mut asked)).collect()
}

/// Whether this screen comes between the others at the moment its condition comes true.
pub fn is_interrupt(facts: &Facts, place: Place) -> bool {
    facts.catalogue.screen(place).way == Way::Interrupt
}

/// What a screen asks now. A question that an earlier screen on the road asks is not asked again.
pub fn items(facts: &Facts, dossier: &Dossier, place: Place) -> Vec<Item> {
    let screen = facts.catalogue.screen(place);
    if screen.way == Way::Interrupt {
        return interrupt_items(facts, dossier, place);
    }
    if is_aside(facts, place) {
        return own_items(facts, place, &aside::asked_before(facts, dossier, place));
    }
    let mut asked = Set::new();
    for step in facts.catalogue.places().iter().take_while(|step| **step != place) {
        is_step(facts, dossier, *step, &mut asked);
    }
    own_items(facts, place, &asked)
}

/// The screen after `from`: first what interrupts, then the next on the road. A road of its own ends where one was.
pub fn next(facts: &Facts, dossier: &Dossier, from: Place) -> Option<Place> {
    if let Some(due) = due(facts, dossier) {
        return Some(due);
    }
    let from = if is_interrupt(facts, from) { left_at(facts, dossier) } else { from };
    if is_aside(facts, from) {
        return Some(aside::next(facts, dossier, from));
    }
    // By number: the screens of one area all come before those of the next.
    let number = facts.catalogue.number(from);
    let after = |number| steps(facts, dossier).into_iter().find(|place| facts.catalogue.number(*place) > number);
    if facts.catalogue.screen(from).page == Page::Other || !dossier.plan.asks_again.is_empty() {
        // Who goes on for oneself, or is afraid of someone in the plan, is asked about safety first: always to be passed
        // over, never to be missed.
        let open = first_open(facts, dossier);
        return Some(open).filter(|open| facts.catalogue.screen(*open).step == Step::Safe).or_else(|| after(number));
    }
    after(number)
}

/// The screen before `from` on the road.
pub fn previous(facts: &Facts, dossier: &Dossier, from: Place) -> Option<Place> {
    if is_interrupt(facts, from) {
        return Some(left_at(facts, dossier));
    }
    if is_aside(facts, from) {
        return Some(aside::previous(facts, dossier, from));
    }
    let number = facts.catalogue.number(from);
    steps(facts, dossier).into_iter().take_while(|place| facts.catalogue.number(*place) < number).last()
}

/// Where an address leads: to its screen, or, when that is not on the road, to the first open one.
pub fn resolve(facts: &Facts, dossier: &Dossier, number: usize) -> Place {
    let due = due(facts, dossier);
    if facts.does(&FlagDoes::StopsQuestions)
        && let Some(due) = due.filter(|place| facts.catalogue.screen(*place).page == Page::Flag)
    {
        return due;
    }
    let wanted = facts.catalogue.place(number);
    let possible = |place: &Place| {
        if is_interrupt(facts, *place) {
            Some(*place) == due || interrupt_holds(facts, &facts.catalogue.screen(*place).id)
        } else {
            is_open(facts, dossier, *place)
        }
    };
    wanted.filter(possible).unwrap_or_else(|| first_open(facts, dossier))
}

/// Whether a screen that is no interrupt can be opened now: it is on the main road, or on a road of its own that is open.
fn is_open(facts: &Facts, dossier: &Dossier, place: Place) -> bool {
    let open = if is_aside(facts, place) { aside::along(facts, dossier, place) } else { steps(facts, dossier) };
    open.contains(&place)
}

/// The first screen on the road that was not left by going on; the last screen when all were.
pub fn first_open(facts: &Facts, dossier: &Dossier) -> Place {
    let steps = steps(facts, dossier);
    let open = |place: &&Place| !dossier.passed.contains(&facts.catalogue.number(**place));
    steps.iter().find(open).or(steps.last()).copied().unwrap_or(Place { screen: 0, area: None })
}

/// Where a question can be answered: the first screen of the road that asks it, or the screen of the longer road that
/// would (and must be opened for it).
pub fn place_of(facts: &Facts, dossier: &Dossier, question: &str) -> Option<Place> {
    if *question == facts.catalogue.content.flow.roles.stuck {
        // It was said by a button, and can be taken back where that led.
        return aside(facts, dossier, Step::Stuck).first().copied();
    }
    let steps = steps(facts, dossier);
    let asks = |place: &&Place| items(facts, dossier, **place).iter().any(|item| item.is_about(question));
    let on_road = steps.iter().find(asks);
    let elsewhere = || {
        let places = facts.catalogue.places().iter();
        places
            .filter(|place| !steps.contains(place))
            .find(|place| own_items(facts, **place, &Set::new()).iter().any(|item| item.is_about(question)))
    };
    on_road.or_else(elsewhere).copied()
}

impl Item {
    /// Whether this item asks this question.
    pub fn is_about(&self, question: &str) -> bool {
        match self {
            Item::Question(id) | Item::Ticks { question: id, .. } => id == question,
            Item::Nearby(ids) => ids.iter().any(|id| id == question),
        }
    }
}

/// The interrupt that is due, if any: the screen of a flag that was not seen yet, then further safety screens, then a
/// gentle question.
pub fn due(facts: &Facts, dossier: &Dossier) -> Option<Place> {
    let mut places = facts.catalogue.places().iter().copied().filter(|place| is_interrupt(facts, *place));
    places.find(|place| {
        let screen = facts.catalogue.screen(*place);
        match screen.page {
            Page::Flag => unseen_flags(facts, dossier).next().is_some(),
            Page::Soft => soft_due(facts, dossier).is_some(),
            _ => interrupt_holds(facts, &screen.id) && !dossier.seen.screens.contains(&screen.id),
        }
    })
}

/// The gentle question that own words call for and that was not put yet.
pub fn soft_due(facts: &Facts, dossier: &Dossier) -> Option<String> {
    let soft = facts.catalogue.content.safety.soft.iter();
    let due = soft.filter(|soft| {
        facts.is_asked(&soft.question)
            && !facts.is_up(soft.flag)
            && facts.raw(&soft.question).is_none()
            && !dossier.seen.soft.contains(&soft.question)
    });
    due.map(|soft| soft.question.clone()).next()
}

/// The lower flags that come as a block on the next screen: those that are up and were not seen yet.
pub fn blocks_due(facts: &Facts, dossier: &Dossier) -> Flags {
    let mut due = *facts.flags();
    due.retain(|flag| !flag.has_own_screen() && !dossier.seen.blocks.contains(flag));
    due
}

/// Whether the condition of an interrupt holds, seen or not.
pub fn interrupt_holds(facts: &Facts, screen: &str) -> bool {
    let screens = &facts.catalogue.content.flow.screens;
    let Some(screen) = screens.iter().find(|other| other.id == screen) else {
        return false;
    };
    match screen.page {
        Page::Flag => facts.flags().iter().any(|flag| flag.has_own_screen()),
        Page::Soft => true,
        _ => screen.shown.as_ref().is_some_and(|condition| facts.holds(condition)),
    }
}

/// Notes that an interrupt was seen.
pub fn acknowledge(facts: &Facts, dossier: &mut Dossier, place: Place) {
    let screen = facts.catalogue.screen(place);
    if screen.way != Way::Interrupt {
        return;
    }
    match screen.page {
        Page::Flag => {
            for flag in facts.flags().iter().filter(|flag| flag.has_own_screen()) {
                dossier.seen.flags.insert(*flag);
            }
        }
        Page::Soft => {
            dossier.seen.soft.insert(std::mem::take(&mut dossier.seen.soft_now));
        }
        _ => {
            dossier.seen.screens.insert(screen.id.clone());
        }
    }
}

/// The questions of an interrupt that stay on it until one leaves, although answering them may end their reason.
pub fn asked_again(facts: &Facts, dossier: &Dossier, place: Place) -> Set<String> {
    if !is_interrupt(facts, place) {
        return Set::new();
    }
    let questions = own_questions(facts, place);
    let on_road = |id: &String| steps(facts, dossier).iter().any(|step| own_questions(facts, *step).contains(id));
    let stays = |id: &String| facts.is_asked(id) && (facts.answer(id).is_none() || !on_road(id));
    let mut again = Set::new();
    for id in questions.into_iter().filter(stays) {
        again.insert(id);
    }
    again
}

fn unseen_flags<'a>(facts: &'a Facts, dossier: &'a Dossier) -> impl Iterator<Item = Flag> + 'a {
    let own = facts.flags().iter().copied().filter(|flag| flag.has_own_screen());
    own.filter(|flag| !dossier.seen.flags.contains(flag))
}

/// Where one is on the main road.
pub fn place_at(facts: &Facts, dossier: &Dossier) -> Place {
    facts.catalogue.place(dossier.at).unwrap_or(Place { screen: 0, area: None })
}

/// Where one was when something came between or the page was loaded anew: on a road of its own while that is open, else
/// on the main road.
pub fn left_at(facts: &Facts, dossier: &Dossier) -> Place {
    let beside = dossier.beside.and_then(|number| facts.catalogue.place(number));
    beside.filter(|place| is_open(facts, dossier, *place)).unwrap_or_else(|| place_at(facts, dossier))
}

/// Whether the place is on the main road; adds what it asks to `asked`.
fn is_step(facts: &Facts, dossier: &Dossier, place: Place, asked: &mut Set<String>) -> bool {
    let screen = facts.catalogue.screen(place);
    let beside = matches!(screen.way, Way::Interrupt | Way::Aside);
    if beside || !facts.is_offered(screen.shown.as_ref()) || !is_area_open(facts, place) {
        return false;
    }
    let wanted = screen.per_area
        || screen.way == Way::Short
        || facts.tells_more_somewhere()
        || dossier.opened.contains(&screen.id);
    if !wanted {
        return false;
    }
    let Some(items) = open_items(facts, place, asked) else {
        return false;
    };
    remember(items, asked);
    true
}

/// What the screen asks; none for a screen of questions that has nothing to ask.
fn open_items(facts: &Facts, place: Place, before: &Set<String>) -> Option<Vec<Item>> {
    let items = own_items(facts, place, before);
    let empty = facts.catalogue.screen(place).page.is_questions() && items.is_empty();
    (!empty).then_some(items)
}

fn remember(items: Vec<Item>, asked: &mut Set<String>) {
    for item in items {
        match item {
            Item::Question(id) | Item::Ticks { question: id, .. } => {
                asked.insert(id);
            }
            Item::Nearby(ids) => {
                for id in ids {
                    asked.insert(id);
                }
            }
        }
    }
}

fn is_area_open(facts: &Facts, place: Place) -> bool {
    place.area.is_none_or(|area| facts.deep_areas().contains(&area))
}

fn interrupt_items(facts: &Facts, dossier: &Dossier, place: Place) -> Vec<Item> {
    if facts.catalogue.screen(place).page == Page::Soft {
        let now = dossier.seen.soft_now.clone();
        return if now.is_empty() { Vec::new() } else { vec![Item::Question(now)] };
    }
    let stays =
        |id: &String| dossier.seen.asked_here.contains(id) || (facts.is_asked(id) && facts.answer(id).is_none());
    let mut items = own_items(facts, place, &Set::new());
    items.retain(|item| matches!(item, Item::Question(id) if stays(id)) || matches!(item, Item::Ticks { .. }));
    for id in &dossier.seen.asked_here {
        if !items.iter().any(|item| item.is_about(id)) {
            items.push(Item::Question(id.clone()));
        }
    }
    items
}

/// Every question the screen could ask, asked now or not.
fn own_questions(facts: &Facts, place: Place) -> Vec<String> {
    let screen = facts.catalogue.screen(place);
    let mut questions = Vec::new();
    for ask in &screen.asks {
        match ask {
            Ask::Question(id) => questions.push(id.clone()),
            Ask::Shared(id) => questions.extend(place.area.map(|area| facts.catalogue.in_area(area, id))),
            Ask::Situations { .. } | Ask::FollowUps { .. } | Ask::Nearby => {}
        }
    }
    if screen.page == Page::Flag {
        for flag in facts.flags().iter().filter(|flag| flag.has_own_screen()) {
            if let Some(screen) = facts.catalogue.flag_screen(*flag) {
                questions.extend_from_slice(&screen.asks);
            }
        }
    }
    questions
}

/// What the screen asks now, without what was asked before.
fn own_items(facts: &Facts, place: Place, before: &Set<String>) -> Vec<Item> {
    let catalogue = &facts.catalogue;
    let mut items = Vec::new();
    for ask in catalogue.screen(place).asks.iter().filter(|ask| is_wanted(facts, place, ask)) {
        match ask {
            Ask::Question(id) => ask_also(facts, id.clone(), before, &mut items),
            Ask::Shared(id) => {
                if let Some(area) = place.area {
                    ask_also(facts, catalogue.in_area(area, id), before, &mut items);
                }
            }
            Ask::Situations { area, only } => {
                let question = format!("{area}.{}", catalogue.content.flow.roles.situations);
                items.push(Item::Ticks { question, only: only.clone() });
            }
            Ask::FollowUps { from, to } => {
                let open = place.area.map(|area| follow_ups(facts, area, before)).unwrap_or_default();
                for (index, id) in open.into_iter().enumerate() {
                    if (*from..*to).contains(&index) {
                        items.push(Item::Question(id));
                    }
                }
            }
            Ask::Nearby => items.extend(place.area.and_then(|area| nearby(facts, area))),
        }
    }
    if catalogue.screen(place).page == Page::Flag {
        for id in own_questions(facts, place) {
            ask_also(facts, id, before, &mut items);
        }
    }
    items
}

/// Whether the area of a screen on the longer road tells more; without that only what the area asks anyway. A question
/// that hangs on nearby options hangs on those of this area: the area where one was chosen asks it, not one left before.
fn is_wanted(facts: &Facts, place: Place, ask: &Ask) -> bool {
    let Some(area) = place.area else {
        return true;
    };
    if facts.tells_more(area) || facts.catalogue.screen(place).way != Way::More {
        return !matches!(ask, Ask::Question(id) if !holds_here(facts, area, id));
    }
    let content = &facts.catalogue.content.areas[area];
    matches!(ask, Ask::Shared(id) if content.without_more.contains(id))
}

fn holds_here(facts: &Facts, area: usize, question: &str) -> bool {
    let shown = facts.catalogue.question(question).and_then(|asked| asked.shown);
    shown.is_none_or(|condition| facts.holds_in(area, condition))
}

/// Adds a question that is asked now and was not asked before.
fn ask_also(facts: &Facts, id: String, before: &Set<String>, items: &mut Vec<Item>) {
    if facts.is_asked(&id) && !before.contains(&id) && !is_dropped(facts, &id) {
        items.push(Item::Question(id));
    }
}

/// Whether who is tired of help is spared this question: it was not answered yet.
fn is_dropped(facts: &Facts, id: &str) -> bool {
    let roles = &facts.catalogue.content.flow.roles;
    let bare = id.rsplit_once('.').map_or(id, |(_, bare)| bare);
    facts.raw(id).is_none() && roles.tired_drops.iter().any(|drop| drop == bare) && facts.yes(&roles.tired)
}

/// The open follow-ups of an area in order, with those of another area that are asked here too.
///
/// The list is the same for both screens that show a part of it, so what the first of them asked is not left out.
fn follow_ups(facts: &Facts, area: usize, before: &Set<String>) -> Vec<String> {
    let content = &facts.catalogue.content.areas[area];
    if content.follow_ups_elsewhere {
        return Vec::new();
    }
    let mut ids: Vec<&str> = content.follow_ups.iter().map(|question| question.id.as_str()).collect();
    for first in &content.first_here {
        ids.insert(first.place.min(ids.len()), &first.question);
    }
    let elsewhere = |id: &str| before.contains(id) && !is_asked_first_in(facts, id, area);
    let mut open = Vec::new();
    for id in ids {
        if facts.is_asked(id) && !elsewhere(id) {
            open.push(id.to_owned());
        }
    }
    open
}

/// Whether this area is the first on the road that asks a follow-up shared between areas.
fn is_asked_first_in(facts: &Facts, question: &str, area: usize) -> bool {
    let areas = &facts.catalogue.content.areas;
    let asks = |index: &usize| {
        facts.tells_more(*index)
            && (areas[*index].follow_ups.iter().any(|follow_up| follow_up.id == question)
                || areas[*index].first_here.iter().any(|first| first.question == question))
    };
    facts.deep_areas().into_iter().find(asks) == Some(area)
}

fn nearby(facts: &Facts, area: usize) -> Option<Item> {
    let mut open = Vec::new();
    for choice in &facts.catalogue.content.areas[area].nearby {
        if facts.is_asked(&choice.id) {
            open.push(choice.id.clone());
        }
    }
    (!open.is_empty()).then_some(Item::Nearby(open))
}

/// Whether the question was answered in any way, “Dat weet ik niet” included.
pub fn is_touched(facts: &Facts, question: &str) -> bool {
    facts
        .raw(question)
        .is_some_and(|answer| *answer == Answer::Unknown || *answer == Answer::Withheld || !answer.is_empty())
}
