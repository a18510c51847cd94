//! The papers of a random plan: places, numbers, feared names and wishes are only on the papers that may show them.

use std::collections::BTreeSet;

use app::model::paper::document::Document;
use app::model::paper::plain_text;
use app::model::paper::{calendar, cards, own_plan};
use app::model::plan::{PersonId, Plan, SafetyRoute};

use super::life::Life;
use super::plan::{feared_names, people_there};
use super::tally::Tally;

/// The papers of one life, as text.
struct Papers {
    desk: Vec<String>,
    /// The helper cards and the page for the fridge.
    others: Vec<String>,
    /// Each safety card with its owner.
    cards: Vec<(PersonId, String)>,
    calendar: String,
}

/// Checks every promise about the papers of a plan, and about the other sheets for the desk.
pub fn check(life: &Life<'_>, sheets: Vec<String>, tally: &mut Tally) -> Result<(), String> {
    if life.dossier.plan.is_empty() {
        return Ok(());
    }
    tally.count("plans");
    let papers = papers(life, sheets, tally)?;
    secrets_stay_inside(life, &papers, tally)?;
    wishes_reach_the_desk_only(life, &papers, tally)
}

fn papers(life: &Life<'_>, mut desk: Vec<String>, tally: &mut Tally) -> Result<Papers, String> {
    let (facts, dossier) = (&life.facts, &life.dossier);
    let plain = |document: Document| plain_text::plain(&document);
    if let Some(paper) = own_plan::compose(facts, dossier) {
        tally.count("plans on paper");
        two_pages_at_most(&paper.document)?;
        desk.push(plain(paper.document));
    }
    let people = people_there(dossier);
    // The people named first, including feared people.
    let helpers = people.iter().take(4).filter_map(|person| cards::helper(facts, dossier, *person));
    let others = helpers.chain(cards::fridge(facts, dossier)).map(plain).collect();
    let owners = dossier.plan.routes.iter().map(|route| route.owner);
    let cards = owners.filter_map(|owner| Some((owner, plain(cards::safety(facts, dossier, owner)?)))).collect();
    Ok(Papers { desk, others, cards, calendar: calendar::compose(facts, dossier, 0).unwrap_or_default() })
}

fn secrets_stay_inside(life: &Life<'_>, papers: &Papers, tally: &mut Tally) -> Result<(), String> {
    let plan = &life.dossier.plan;
    let outside = || papers.desk.iter().chain(&papers.others).chain([&papers.calendar]);
    for route in &plan.routes {
        let places = [&route.first.place, &route.second.place];
        for place in places.into_iter().filter(|place| !place.is_empty()) {
            tally.count("places kept inside");
            demand(outside(), |text| !holds(text, place), || format!("the place {place} is on paper"))?;
            // Two people may go to the same place; then each entered it for their own card.
            let told = |owner: PersonId| plan.route_of(owner).is_some_and(|route| own_words(route).contains(place));
            let others = papers.cards.iter().filter(|(owner, _)| !told(*owner)).map(|(_, card)| card);
            demand(others, |text| !holds(text, place), || format!("the place {place} is on another card"))?;
        }
        for number in &route.numbers {
            demand(outside(), |text| !text.contains(&number.number), || format!("{} is on paper", number.number))?;
        }
    }
    for about in plan.about.values().filter(|about| !about.phone.is_empty()) {
        tally.count("numbers kept inside");
        demand(outside(), |text| !text.contains(&about.phone), || format!("{} is on paper", about.phone))?;
    }
    let everywhere = || outside().chain(papers.cards.iter().map(|(_, card)| card));
    for name in feared_names(&life.dossier) {
        tally.count("feared names kept inside");
        demand(everywhere(), |text| !holds(text, &name), || format!("{name}, who is feared, is on paper"))?;
    }
    for token in tokens(&plan.not_fitting) {
        demand(everywhere(), |text| !holds(text, token), || format!("{token}, who does not fit, is on paper"))?;
    }
    Ok(())
}

/// Everything typed for one card, as one text.
fn own_words(route: &SafetyRoute) -> String {
    let plan = Plan { routes: vec![route.clone()], ..Plan::default() };
    let mut words = String::new();
    plan.texts(&mut |_, text| words = format!("{words} {text}"));
    words
}

fn wishes_reach_the_desk_only(life: &Life<'_>, papers: &Papers, tally: &mut Tally) -> Result<(), String> {
    let cards = papers.cards.iter().map(|(_, card)| card);
    let others: Vec<&String> = papers.others.iter().chain(cards).chain([&papers.calendar]).collect();
    for wish in &life.dossier.plan.wishes {
        for token in tokens(&wish.text) {
            tally.count("wishes kept from helpers");
            demand(
                others.iter().copied(),
                |text| !holds(text, token),
                || format!("the wish {token} is with a helper"),
            )?;
            if papers.desk.iter().any(|text| holds(text, token)) {
                tally.count("wishes on the sheet");
            }
        }
    }
    // A calendar contains no words of the plan.
    let mut words = BTreeSet::new();
    life.dossier.plan.texts(&mut |_, text| words.extend(tokens(text).map(str::to_owned)));
    demand(
        [&papers.calendar].into_iter(),
        |text| words.iter().all(|token| !holds(text, token)),
        || "own words are in the calendar".to_owned(),
    )
}

fn two_pages_at_most(document: &Document) -> Result<(), String> {
    let lines: Vec<usize> = document.pages.iter().map(|page| page.lines(&document.widths).len()).collect();
    let fits = lines.len() <= 2 && lines.iter().all(|lines| *lines <= 40);
    if fits { Ok(()) } else { Err(format!("the plan has pages of {lines:?} lines")) }
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.starts_with("zq") && word.ends_with('q'))
}

/// Whether the text contains these words, as whole words.
fn holds(text: &str, words: &str) -> bool {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, _)| is_edge(text[..at].chars().next_back()) && is_edge(text[at + words.len()..].chars().next()))
}

fn demand<'a>(
    mut texts: impl Iterator<Item = &'a String>,
    keeps: impl Fn(&str) -> bool,
    otherwise: impl FnOnce() -> String,
) -> Result<(), String> {
    match texts.find(|text| !keeps(text)) {
        Some(text) => Err(format!("{}\n{text}", otherwise())),
        None => Ok(()),
    }
}
