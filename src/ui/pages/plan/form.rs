//! The fields of the plan. A page hands its form the part it is about, as the event that would put that part back
//! unchanged, and says for each field where in that event its value stands: there it is read, and there it is changed.

use std::rc::Rc;

use super::super::field::found;
use super::super::frame::message;
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::dossier::Event;
use crate::model::plan::checks::{self, Wait};
use crate::model::plan::marks::HIGHEST;
use crate::model::plan::text::Spot;
use crate::model::plan::{PersonId, PlanEvent};
use crate::model::scan::{self, Secrets};
use crate::model::sheet::plan_voice::PlanVoice;
use crate::model::words;
use crate::ui::actions;
use crate::ui::components::basic::{choose, heading, list, paragraph, tick};
use crate::ui::components::{ChoiceItem, FieldParts, Look, choices, date_field, line_field, number_field, text_field};
use crate::ui::context::{Act, App, FieldError};
use crate::ui::typing::number_error;
use crate::ui::view::{On, View, element};

/// From so many characters on a text has more than one line.
const ONE_LINE: u32 = 60;
/// And from so many on three.
const LONG: u32 = 150;

/// Where a text stands in an event; the spot says which, where a part has several.
type TextAt = fn(&mut PlanEvent, Spot) -> Option<&mut String>;
type DayAt = fn(&mut PlanEvent) -> Option<&mut Option<Date>>;
type PersonAt = fn(&mut PlanEvent) -> Option<&mut Option<PersonId>>;
/// Puts a day where it belongs.
type PutDay = Rc<dyn Fn(&mut PlanEvent, Option<Date>)>;
type YesAt = fn(&mut PlanEvent) -> Option<&mut Option<bool>>;

/// A part of the plan on a page: what would put it back as it is, its number, and the fields so far.
pub struct Form<'a> {
    app: App<'a>,
    pub voice: &'a PlanVoice<'a>,
    event: Rc<PlanEvent>,
    part: u32,
    secrets: Secrets,
    views: Vec<View>,
}

impl<'a> Form<'a> {
    /// `part` is the number of the demand, the agreement, the person or the review; 0 for the plan as a whole.
    #[inline(never)]
    pub fn new(app: App<'a>, voice: &'a PlanVoice<'a>, event: PlanEvent, part: u32) -> Form<'a> {
        let secrets = Secrets::of(&app.facts);
        Form { app, voice, event: Rc::new(event), part, secrets, views: Vec::new() }
    }

    /// The fields so far.
    #[inline(never)]
    pub fn view(self) -> View {
        View::many(self.views)
    }

    /// Anything else between the fields.
    #[inline(never)]
    pub fn add(&mut self, view: View) {
        self.views.push(view);
    }

    /// Own words; more than a line where they may be long.
    #[inline(never)]
    pub fn words(&mut self, field: Field, at: TextAt) {
        self.words_at(field, 0, at);
    }

    /// Own words of which a part has several.
    #[inline(never)]
    pub fn words_at(&mut self, field: Field, nth: u8, at: TextAt) {
        let spot = Spot { nth, ..Spot::new(field, self.part) };
        let mut event = (*self.event).clone();
        let value = at(&mut event, spot).map(|text| text.clone()).unwrap_or_default();
        let mut parts = self.parts(field, nth, value);
        parts.on = self.on_type(move |event, text| {
            if let Some(place) = at(event, spot) {
                *place = text;
            }
        });
        let view = self.typed(spot, parts);
        self.views.push(view);
    }

    /// A field for own words, with what is said at it.
    fn typed(&self, spot: Spot, mut parts: FieldParts) -> View {
        let waits = self.waits(spot, &parts.value);
        parts.invalid = waits.contains(&Wait::TooLong);
        let most = self.most(spot.field);
        let shown = if most > ONE_LINE {
            let rows = if most > LONG { "3" } else { "2" };
            text_field(&parts, rows, self.left(&parts.value, most))
        } else {
            line_field(&parts, "")
        };
        let help = self.help(spot.field, &parts);
        View::many(vec![shown, help, self.told(spot, waits, &parts.id)])
    }

    /// A day. Half a day is said at the field, and is no day.
    #[inline(never)]
    pub fn day(&mut self, field: Field, at: DayAt) {
        let mut event = (*self.event).clone();
        let value = at(&mut event).and_then(|day| *day);
        let change = move |event: &mut PlanEvent, day| {
            if let Some(place) = at(event) {
                *place = day;
            }
        };
        self.date(field, 0, value, Rc::new(change));
    }

    /// A day that stands in no place of its own: `change` puts it there.
    #[inline(never)]
    pub fn date(&mut self, field: Field, nth: u8, value: Option<Date>, change: PutDay) {
        let mut parts = self.parts(field, nth, value.map(|day| day.to_string()).unwrap_or_default());
        parts.invalid = self.app.is_wrong(&parts.id);
        let (context, id, label) = (self.app.context, parts.id.clone(), parts.label.clone());
        parts.on = self.on_type(move |event, text| {
            let day: Option<Date> = text.parse().ok();
            let wrong = day.is_none() && (!text.is_empty() || actions::is_half_filled(&id));
            context.change(|state| {
                state.errors.retain(|error| error.field != id);
                if wrong {
                    let message = format!("{label} {}", context.catalogue.text("message.N26.text"));
                    state.errors.push(FieldError { field: id.clone(), message });
                }
            });
            change(event, day);
        });
        let error = if parts.invalid { paragraph("error", self.app.text("message.N26.text")) } else { View::nothing() };
        let unlikely = self.unlikely(&parts.id, value);
        self.views.extend([date_field(&parts), error, self.help(field, &parts), unlikely]);
    }

    /// Someone out of everyone in the plan; `fits` says who can be chosen.
    #[inline(never)]
    pub fn person(&mut self, field: Field, fits: &dyn Fn(PersonId) -> bool, at: PersonAt) {
        let mut event = (*self.event).clone();
        let value = at(&mut event).and_then(|person| *person);
        let parts = self.parts(field, 0, String::new());
        let people = self.voice.people.all().map(|member| member.id);
        let people = people.filter(|person| value == Some(*person) || fits(*person));
        let nobody = std::iter::once((String::new(), self.voice.text("page.choose").to_owned()));
        let options = nobody.chain(people.map(|person| (person.0.to_string(), self.voice.name(person)))).collect();
        let chosen = value.map(|person| person.0.to_string()).unwrap_or_default();
        let on = self.on_type(move |event, text| {
            if let Some(place) = at(event) {
                *place = text.parse().ok().map(PersonId);
            }
        });
        let help = self.help(field, &parts);
        self.views.extend([choose(&parts.id, parts.label, options, chosen, on), help]);
    }

    /// Yes or no; nothing was chosen as long as it is not known.
    #[inline(never)]
    pub fn yes_no(&mut self, field: Field, at: YesAt) {
        let mut event = (*self.event).clone();
        let value = at(&mut event).and_then(|yes| *yes);
        let items = [("yes", true), ("no", false)].map(|(word, yes)| {
            let on = self.on_tick(move |event| {
                if let Some(place) = at(event) {
                    *place = Some(yes);
                }
            });
            self.card("answer", word, value == Some(yes), on)
        });
        self.question(field, 0, Look::One, items.into());
    }

    /// One of a few words of the content.
    #[inline(never)]
    pub fn one_of(
        &mut self,
        field: Field,
        group_of: &str,
        words: &[&'static str],
        chosen: &str,
        set: fn(&mut PlanEvent, &str),
    ) {
        self.cards(field, Look::One, group_of, words, &|word| word == chosen, set);
    }

    /// Any number of words of the content. `set` gets a word that was not chosen, or was.
    #[inline(never)]
    pub fn many_of(
        &mut self,
        field: Field,
        group_of: &str,
        words: &[&'static str],
        chosen: &dyn Fn(&str) -> bool,
        set: fn(&mut PlanEvent, &str),
    ) {
        self.cards(field, Look::Many, group_of, words, chosen, set);
    }

    fn cards(
        &mut self,
        field: Field,
        look: Look,
        group_of: &str,
        words: &[&'static str],
        chosen: &dyn Fn(&str) -> bool,
        set: fn(&mut PlanEvent, &str),
    ) {
        let items = words.iter().map(|word| {
            let word: &'static str = word;
            self.card(group_of, word, chosen(word), self.on_tick(move |event| set(event, word)))
        });
        self.question(field, 0, look, items.collect());
    }

    /// A mark from 0 to 10.
    #[inline(never)]
    pub fn scale(&mut self, field: Field, nth: u8, value: Option<u8>, set: fn(&mut PlanEvent, u8)) {
        let items = (0..=HIGHEST).map(|mark| {
            let on = self.on_tick(move |event| set(event, mark));
            item(mark.to_string(), mark.to_string(), value == Some(mark), on)
        });
        self.question(field, nth, Look::Scale, items.collect());
    }

    /// A small whole number, from `least` to `most`; what is none is said at the field.
    #[inline(never)]
    pub fn number(
        &mut self,
        field: Field,
        value: Option<u8>,
        (least, most): (u8, u8),
        set: fn(&mut PlanEvent, Option<u8>),
    ) {
        let mut parts = self.parts(field, 0, value.map(|number| number.to_string()).unwrap_or_default());
        let typed = self.app.typed.iter().find(|(other, _)| *other == parts.id);
        if let Some((_, text)) = typed {
            parts.value.clone_from(text);
        }
        let read = move |text: &str| text.trim().parse().ok().filter(|number| (least..=most).contains(number));
        parts.invalid = !parts.value.trim().is_empty() && read(&parts.value).is_none();
        let (context, id) = (self.app.context, parts.id.clone());
        parts.on = self.on_type(move |event, text| {
            set(event, read(&text));
            context.change(|state| {
                state.typed.retain(|(other, _)| *other != id);
                state.typed.push((id.clone(), text));
            });
        });
        let wrong = number_error(self.app.context, &parts.value, least.into(), most.into());
        let error = if parts.invalid { paragraph("error", wrong) } else { View::nothing() };
        self.views.extend([number_field(&parts, String::new()), error, self.help(field, &parts)]);
    }

    /// A single tick.
    #[inline(never)]
    pub fn tick(&mut self, field: Field, on: bool, set: fn(&mut PlanEvent)) {
        let parts = self.parts(field, 0, String::new());
        let tick = tick("choice", parts.label.clone(), on, self.on_tick(set));
        self.views.extend([tick, self.help(field, &parts)]);
    }

    /// Any number of people; each is its number.
    #[inline(never)]
    pub fn people(
        &mut self,
        field: Field,
        fits: &dyn Fn(PersonId) -> bool,
        chosen: &dyn Fn(u32) -> bool,
        set: fn(&mut PlanEvent, u32),
    ) {
        let people = self.voice.people.all().map(|member| member.id);
        let people = people.filter(|person| fits(*person) || chosen(person.0));
        let lines = people.map(|person| (person.0, self.voice.name(person))).collect();
        self.parts_of(field, lines, chosen, set);
    }

    /// Any number of other parts of the plan, each its number and its line.
    #[inline(never)]
    pub fn parts_of(
        &mut self,
        field: Field,
        lines: Vec<(u32, String)>,
        chosen: &dyn Fn(u32) -> bool,
        set: fn(&mut PlanEvent, u32),
    ) {
        let items = lines.into_iter().map(|(number, line)| {
            item(number.to_string(), line, chosen(number), self.on_tick(move |event| set(event, number)))
        });
        let items = items.collect();
        self.question(field, 0, Look::Many, items);
    }

    /// Typing changes the event and sends it.
    fn on_type(&self, change: impl Fn(&mut PlanEvent, String) + 'static) -> On {
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        On::Type(Rc::new(move |text| {
            let mut event = (*event).clone();
            change(&mut event, text);
            actions::send(context, Event::Plan(event));
        }))
    }

    /// Choosing changes the event and sends it.
    fn on_tick(&self, change: impl Fn(&mut PlanEvent) + 'static) -> On {
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        On::Tick(Rc::new(move |_| {
            let mut event = (*event).clone();
            change(&mut event);
            actions::send(context, Event::Plan(event));
        }))
    }

    /// A question of the plan with cards to answer it.
    fn question(&mut self, field: Field, nth: u8, look: Look, items: Vec<ChoiceItem>) {
        let parts = self.parts(field, nth, String::new());
        let legend = element("legend").text(parts.label.clone());
        let cards = choices(&parts.id, look, items);
        let question = element("fieldset").class("question").keyed(&parts.id);
        let question = question.holding(vec![legend, self.help(field, &parts), cards]);
        self.views.push(question);
    }

    fn card(&self, group_of: &str, word: &'static str, chosen: bool, on: On) -> ChoiceItem {
        item(word.to_owned(), self.voice.text(&format!("{group_of}.{word}")).to_owned(), chosen, on)
    }

    /// Its id, its label and what stands in it.
    fn parts(&self, field: Field, nth: u8, value: String) -> FieldParts {
        let asked = self.voice.content().field(field);
        let id = asked.map_or("", |field| field.id.as_str());
        let id = format!("{id}-{}-{nth}", self.part);
        let help = asked.is_some_and(|field| !field.help.is_empty());
        FieldParts {
            described_by: if help { format!("{id}-help") } else { String::new() },
            id,
            label: asked.map(|field| field.text.clone()).unwrap_or_default(),
            labelled_by: String::new(),
            value,
            invalid: false,
            on: On::Nothing,
        }
    }

    fn help(&self, field: Field, parts: &FieldParts) -> View {
        let help = self.voice.content().field(field).map(|field| field.help.clone()).unwrap_or_default();
        if help.is_empty() {
            return View::nothing();
        }
        element("p").class("help").id(&format!("{}-help", parts.id)).text(help)
    }

    fn most(&self, field: Field) -> u32 {
        self.voice.content().field(field).map_or(0, |field| field.most)
    }

    /// What still fits, once that begins to matter.
    fn left(&self, value: &str, most: u32) -> String {
        let (length, most) = (words::length(value), most as usize);
        if length * 5 < most * 3 || length > most {
            return String::new();
        }
        self.app.fill("field.left", "{n}", &(most - length).to_string())
    }

    fn waits(&self, spot: Spot, value: &str) -> Vec<Wait> {
        let facts = &self.app.facts;
        let found = scan::findings(value, &self.secrets);
        checks::waits(facts, &self.app.dossier.paper.kept, spot, value, &self.secrets, found)
    }

    /// What is said at the field.
    fn told(&self, spot: Spot, waits: Vec<Wait>, id: &str) -> View {
        let long = waits.contains(&Wait::TooLong);
        let error = if long { paragraph("error", self.app.text("message.N23.text")) } else { View::nothing() };
        let findings = waits.into_iter().filter_map(|wait| match wait {
            Wait::Found(finding) => Some(finding),
            Wait::TooLong => None,
        });
        let key = spot.key(self.voice.content());
        let found = found(self.app, &key, findings.collect(), &Act::Focus(id.to_owned()));
        View::many(vec![error, found])
    }

    /// A day that can hardly be meant.
    fn unlikely(&self, id: &str, day: Option<Date>) -> View {
        let kept = day.map(|day| format!("{id}#{day}"));
        match (day, kept) {
            (Some(day), Some(kept))
                if !checks::is_likely(day, self.app.today()) && !self.app.dossier.paper.kept.contains(&kept) =>
            {
                message(self.app, "N26b", &[("message.N26b.button", Act::Keep(vec![kept]))])
            }
            _ => View::nothing(),
        }
    }
}

fn item(id: String, text: String, chosen: bool, on: On) -> ChoiceItem {
    ChoiceItem { id, text, icon: String::new(), chosen, on, explain: String::new(), mark: None }
}

/// Lines of which each leads to its page, with a word beside it.
pub fn leads(lines: Vec<(String, String, String)>) -> View {
    let lines = lines.into_iter().map(|(text, state, href)| {
        let mut inside = vec![element("span").text(text)];
        if !state.is_empty() {
            inside.push(View::text(" ".to_owned()));
            inside.push(element("span").class("state").text(state));
        }
        element("a").with("href", &href).holding(inside)
    });
    list("leads", lines.collect())
}

/// A heading with what belongs under it.
pub fn under(text: String, inside: Vec<View>) -> View {
    let mut all = vec![heading(text)];
    all.extend(inside);
    element("section").holding(all)
}
