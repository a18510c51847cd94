//! The fields of the plan. A page hands each of them the part it belongs to, as the event that would put that part back
//! unchanged, and says what typing or choosing changes in it.

use std::rc::Rc;

use super::super::field::found;
use super::super::frame::message;
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::dossier::Event;
use crate::model::plan::checks::{self, Wait};
use crate::model::plan::marks::HIGHEST;
use crate::model::plan::reviews::Notes;
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

/// A part of the plan on a page: what would put it back as it is, and its number.
#[derive(Clone)]
pub struct Slot<'a> {
    app: App<'a>,
    pub voice: &'a PlanVoice<'a>,
    event: Rc<PlanEvent>,
    part: u32,
}

impl<'a> Slot<'a> {
    /// `part` is the number of the demand, the agreement, the person or the review; 0 for the plan as a whole.
    pub fn new(app: App<'a>, voice: &'a PlanVoice<'a>, event: PlanEvent, part: u32) -> Slot<'a> {
        Slot { app, voice, event: Rc::new(event), part }
    }

    /// Own words; more than a line where they may be long.
    pub fn words(&self, field: Field, value: &str, set: fn(&mut PlanEvent, u8, String)) -> View {
        self.words_at(field, 0, value, set)
    }

    /// Own words of which a part has several.
    pub fn words_at(&self, field: Field, nth: u8, value: &str, set: fn(&mut PlanEvent, u8, String)) -> View {
        let spot = Spot { nth, ..Spot::new(field, self.part) };
        let mut parts = self.parts(field, nth, value.to_owned());
        parts.on = self.typing(nth, set);
        self.typed(spot, parts)
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

    /// The same part with another event to put it back.
    pub fn with(&self, event: PlanEvent) -> Slot<'a> {
        Slot { event: Rc::new(event), ..self.clone() }
    }

    /// What was said at a review.
    pub fn note(&self, field: Field, number: u8, value: &str, set: fn(&mut Notes, String)) -> View {
        let spot = Spot::new(field, number.into());
        let mut parts = self.parts(field, 0, value.to_owned());
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        parts.on = On::Type(Rc::new(move |text| {
            let mut event = (*event).clone();
            if let PlanEvent::Reviews(reviews) = &mut event {
                set(reviews.notes.entry(number), text);
            }
            actions::send(context, Event::Plan(event));
        }));
        self.typed(spot, parts)
    }

    /// A day. Half a day is said at the field, and is no day.
    pub fn day(&self, field: Field, value: Option<Date>, set: fn(&mut PlanEvent, u8, Option<Date>)) -> View {
        self.day_at(field, 0, value, set)
    }

    /// One of several days.
    pub fn day_at(
        &self,
        field: Field,
        nth: u8,
        value: Option<Date>,
        set: fn(&mut PlanEvent, u8, Option<Date>),
    ) -> View {
        let shown = value.map(|day| day.to_string()).unwrap_or_default();
        let mut parts = self.parts(field, nth, shown);
        parts.invalid = self.app.is_wrong(&parts.id);
        let (context, event, id, label) =
            (self.app.context, Rc::clone(&self.event), parts.id.clone(), parts.label.clone());
        parts.on = On::Type(Rc::new(move |text| {
            let day: Option<Date> = text.parse().ok();
            let wrong = day.is_none() && (!text.is_empty() || actions::is_half_filled(&id));
            context.change(|state| {
                state.errors.retain(|error| error.field != id);
                if wrong {
                    let message = format!("{label} {}", context.catalogue.text("message.N26.text"));
                    state.errors.push(FieldError { field: id.clone(), message });
                }
            });
            let mut event = (*event).clone();
            set(&mut event, nth, day);
            actions::send(context, Event::Plan(event));
        }));
        let error = if parts.invalid { paragraph("error", self.app.text("message.N26.text")) } else { View::nothing() };
        View::many(vec![date_field(&parts), error, self.help(field, &parts), self.unlikely(&parts.id, value)])
    }

    /// Someone out of everyone in the plan; `fits` says who can be chosen.
    pub fn person(
        &self,
        field: Field,
        value: Option<PersonId>,
        fits: &dyn Fn(PersonId) -> bool,
        set: fn(&mut PlanEvent, u8, Option<PersonId>),
    ) -> View {
        self.person_at(field, 0, value, fits, set)
    }

    /// Someone out of everyone in the plan, where a part names several.
    pub fn person_at(
        &self,
        field: Field,
        nth: u8,
        value: Option<PersonId>,
        fits: &dyn Fn(PersonId) -> bool,
        set: fn(&mut PlanEvent, u8, Option<PersonId>),
    ) -> View {
        let parts = self.parts(field, nth, String::new());
        let people = self.voice.people.all().map(|member| member.id);
        let people = people.filter(|person| value == Some(*person) || fits(*person));
        let nobody = std::iter::once((String::new(), self.voice.text("page.choose").to_owned()));
        let options = nobody.chain(people.map(|person| (person.0.to_string(), self.voice.name(person)))).collect();
        let chosen = value.map(|person| person.0.to_string()).unwrap_or_default();
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        let on = On::Type(Rc::new(move |text| {
            let mut event = (*event).clone();
            set(&mut event, nth, text.parse().ok().map(PersonId));
            actions::send(context, Event::Plan(event));
        }));
        View::many(vec![choose(&parts.id, parts.label.clone(), options, chosen, on), self.help(field, &parts)])
    }

    /// Yes, no, or that it is not known.
    pub fn yes_no(&self, field: Field, value: Option<bool>, set: fn(&mut PlanEvent, u8, &str)) -> View {
        let chosen = match value {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        self.one_of(field, "answer", &["yes", "no"], chosen, set)
    }

    /// One of a few words of the content.
    pub fn one_of(
        &self,
        field: Field,
        group_of: &str,
        words: &[&'static str],
        chosen: &str,
        set: fn(&mut PlanEvent, u8, &str),
    ) -> View {
        let items = words.iter().map(|word| self.card(group_of, word, *word == chosen, self.choosing(word, set)));
        self.question(field, 0, Look::One, items.collect())
    }

    /// Any number of words of the content. `set` gets a word that was not chosen, or was.
    pub fn many_of(
        &self,
        field: Field,
        group_of: &str,
        words: &[&'static str],
        chosen: &dyn Fn(&str) -> bool,
        set: fn(&mut PlanEvent, u8, &str),
    ) -> View {
        let items = words.iter().map(|word| self.card(group_of, word, chosen(word), self.choosing(word, set)));
        self.question(field, 0, Look::Many, items.collect())
    }

    /// A mark from 0 to 10 for something that has a name of its own.
    pub fn scale(&self, field: Field, nth: u8, value: Option<u8>, set: fn(&mut PlanEvent, u8, Option<u8>)) -> View {
        let items = (0..=HIGHEST).map(|mark| {
            let (context, event) = (self.app.context, Rc::clone(&self.event));
            let on = On::Tick(Rc::new(move |_| {
                let mut event = (*event).clone();
                set(&mut event, nth, Some(mark));
                actions::send(context, Event::Plan(event));
            }));
            item(mark.to_string(), mark.to_string(), value == Some(mark), on)
        });
        self.question(field, nth, Look::Scale, items.collect())
    }

    /// A small whole number, from `least` to `most`; what is none is said at the field.
    pub fn number(
        &self,
        field: Field,
        value: Option<u8>,
        (least, most): (u8, u8),
        set: fn(&mut PlanEvent, u8, Option<u8>),
    ) -> View {
        let mut parts = self.parts(field, 0, value.map(|number| number.to_string()).unwrap_or_default());
        let typed = self.app.typed.iter().find(|(other, _)| *other == parts.id);
        if let Some((_, text)) = typed {
            parts.value.clone_from(text);
        }
        let read = move |text: &str| text.trim().parse().ok().filter(|number| (least..=most).contains(number));
        parts.invalid = !parts.value.trim().is_empty() && read(&parts.value).is_none();
        let (context, event, id) = (self.app.context, Rc::clone(&self.event), parts.id.clone());
        parts.on = On::Type(Rc::new(move |text| {
            let mut event = (*event).clone();
            set(&mut event, 0, read(&text));
            context.change(|state| {
                state.typed.retain(|(other, _)| *other != id);
                state.typed.push((id.clone(), text));
            });
            actions::send(context, Event::Plan(event));
        }));
        let wrong = number_error(self.app.context, &parts.value, least.into(), most.into());
        let error = if parts.invalid { paragraph("error", wrong) } else { View::nothing() };
        View::many(vec![number_field(&parts, String::new()), error, self.help(field, &parts)])
    }

    /// A single tick.
    pub fn tick(&self, field: Field, on: bool, set: fn(&mut PlanEvent, u8, &str)) -> View {
        let parts = self.parts(field, 0, String::new());
        let tick = tick("choice", parts.label.clone(), on, self.choosing("", set));
        View::many(vec![tick, self.help(field, &parts)])
    }

    /// Any number of people; each is its number.
    pub fn people(
        &self,
        field: Field,
        fits: &dyn Fn(PersonId) -> bool,
        chosen: &dyn Fn(u32) -> bool,
        set: fn(&mut PlanEvent, u32),
    ) -> View {
        let people = self.voice.people.all().map(|member| member.id);
        let people = people.filter(|person| fits(*person) || chosen(person.0));
        self.parts_of(field, people.map(|person| (person.0, self.voice.name(person))).collect(), chosen, set)
    }

    /// Any number of other parts of the plan, each its number and its line.
    pub fn parts_of(
        &self,
        field: Field,
        lines: Vec<(u32, String)>,
        chosen: &dyn Fn(u32) -> bool,
        set: fn(&mut PlanEvent, u32),
    ) -> View {
        let items = lines.into_iter().map(|(number, line)| {
            let (context, event) = (self.app.context, Rc::clone(&self.event));
            let on = On::Tick(Rc::new(move |_| {
                let mut event = (*event).clone();
                set(&mut event, number);
                actions::send(context, Event::Plan(event));
            }));
            item(number.to_string(), line, chosen(number), on)
        });
        self.question(field, 0, Look::Many, items.collect())
    }

    /// A question of the plan with cards to answer it.
    fn question(&self, field: Field, nth: u8, look: Look, items: Vec<ChoiceItem>) -> View {
        let parts = self.parts(field, nth, String::new());
        let legend = element("legend").text(parts.label.clone());
        let cards = choices(&parts.id, look, items);
        element("fieldset").class("question").keyed(&parts.id).holding(vec![legend, self.help(field, &parts), cards])
    }

    fn card(&self, group_of: &str, word: &'static str, chosen: bool, on: On) -> ChoiceItem {
        item(word.to_owned(), self.voice.text(&format!("{group_of}.{word}")).to_owned(), chosen, on)
    }

    fn choosing(&self, word: &'static str, set: fn(&mut PlanEvent, u8, &str)) -> On {
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        On::Tick(Rc::new(move |_| {
            let mut event = (*event).clone();
            set(&mut event, 0, word);
            actions::send(context, Event::Plan(event));
        }))
    }

    fn typing(&self, nth: u8, set: fn(&mut PlanEvent, u8, String)) -> On {
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        On::Type(Rc::new(move |text| {
            let mut event = (*event).clone();
            set(&mut event, nth, text);
            actions::send(context, Event::Plan(event));
        }))
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
        let secrets = Secrets::of(facts);
        checks::waits(facts, &self.app.dossier.paper.kept, spot, value, &secrets, scan::findings(value, &secrets))
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
                message(self.app, "N26b", vec![("message.N26b.button", Act::Keep(vec![kept]))])
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
