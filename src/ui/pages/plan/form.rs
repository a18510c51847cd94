//! The form of a plan page. A page passes the part of the plan to edit, as the event that would store that part
//! unchanged, and names the fields to ask. The type of a field's value decides its input element.

use std::rc::Rc;

use super::super::field::{found, too_long};
use super::super::frame::message;
use super::super::long_list::{FieldOptions, cards_in_reach, line_of, more, more_cards, options_in_reach};
use super::link_lines::demand_line;
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::paper::plan_voice::{self, PlanVoice};
use crate::model::plan::fields::{FieldValue, holds, toggled};
use crate::model::plan::location::FieldRef;
use crate::model::plan::scores::HIGHEST;
use crate::model::plan::{PersonId, PlanEvent};
use crate::model::plan_rules::checks::{self, TextIssue};
use crate::model::privacy::scan::{self, Finding, Secrets};
use crate::model::update::Event;
use crate::model::words;
use crate::ui::actions;
use crate::ui::components::basic::{choose, paragraph, tick};
use crate::ui::components::{
    ChoiceItem, ChoiceLook, FieldParts, choices, date_field, line_field, notice, number_field, text_field,
};
use crate::ui::context::{Act, App};
use crate::ui::typing::{clean_in, keep_typed, number_error, read_date};
use crate::ui::view::{On, View, element};

/// A text field with at least this limit has more than one line.
const ONE_LINE: u32 = 60;
/// A text field with at least this limit has three lines.
const LONG: u32 = 150;
/// Minimum and maximum of a rhythm in weeks that the resident chooses.
const WEEKS: (u8, u8) = (1, 52);

/// The form of one part of the plan: the event that stores it, its id, and the fields rendered so far.
pub struct Form<'a> {
    app: App<'a>,
    pub voice: &'a PlanVoice<'a>,
    event: Rc<PlanEvent>,
    part: u32,
    secrets: Secrets,
    views: Vec<View>,
}

/// The input element of a field.
enum Shape {
    Words,
    Day,
    Person,
    People,
    Demands,
    Number,
    /// A single checkbox.
    Tick,
    /// One or several of the keywords of a group.
    Cards(ChoiceLook, &'static str, &'static [&'static str]),
}

impl Shape {
    fn of(field_value: &FieldValue) -> Shape {
        match field_value {
            FieldValue::Text(_) => Shape::Words,
            FieldValue::Day(_) => Shape::Day,
            FieldValue::Person(_) => Shape::Person,
            FieldValue::People(_) => Shape::People,
            FieldValue::Demands(_) => Shape::Demands,
            FieldValue::Number(_) => Shape::Number,
            FieldValue::One(choice) if choice.words().len() == 1 => Shape::Tick,
            FieldValue::One(choice) => Shape::Cards(ChoiceLook::One, choice.group(), choice.words()),
            FieldValue::Many(choice) => Shape::Cards(ChoiceLook::Many, choice.group(), choice.words()),
        }
    }
}

impl<'a> Form<'a> {
    /// `part` is the id of the demand, the agreement, the person or the review; 0 for the plan as a whole.
    #[inline(never)]
    pub fn new(app: App<'a>, voice: &'a PlanVoice<'a>, event: PlanEvent, part: u32) -> Form<'a> {
        let secrets = Secrets::of(&app.facts);
        Form { app, voice, event: Rc::new(event), part, secrets, views: Vec::new() }
    }

    /// Returns the fields rendered so far.
    #[inline(never)]
    pub fn view(self) -> View {
        View::many(self.views)
    }

    /// Adds other content between the fields.
    #[inline(never)]
    pub fn add(&mut self, view: View) {
        self.views.push(view);
    }

    /// Asks these fields in this order; a field that this part does not have is skipped.
    #[inline(never)]
    pub fn ask(&mut self, fields: &[Field]) {
        for field in fields {
            self.ask_at(*field, 0);
        }
    }

    /// Asks one entry of a field that has several.
    #[inline(never)]
    pub fn ask_at(&mut self, field: Field, nth: u8) {
        let mut place = None;
        (*self.event).clone().visit_fields(&mut |field_ref, field_value| {
            if field_ref.field == field && field_ref.nth == nth {
                place = Some((field_ref, field_value.value(), Shape::of(&field_value)));
            }
        });
        let Some((field_ref, value, shape)) = place else { return };
        match shape {
            Shape::Words => self.words(field_ref, value),
            Shape::Day => self.day(field_ref, value),
            Shape::Person => self.person(field_ref, &value),
            Shape::People => self.people(field_ref, &value),
            Shape::Demands => self.demands(field_ref, &value),
            Shape::Number if field == Field::Mark => self.scale(field_ref, &value),
            Shape::Number => self.number(field_ref, value),
            Shape::Tick => self.tick(field_ref, &value),
            Shape::Cards(look, group, words) => self.cards(field_ref, &value, look, group, words),
        }
    }

    /// Returns a handler that sets the value of a field and sends the part.
    fn change(&self, field_ref: FieldRef) -> Rc<dyn Fn(String)> {
        let (context, event) = (self.app.context, Rc::clone(&self.event));
        Rc::new(move |text| {
            let mut event = (*event).clone();
            // An invalid value clears the field; its error is shown next to it.
            let _ = event.set_field(field_ref.field, field_ref.nth, &text);
            actions::send(context, Event::Plan(event));
        })
    }

    /// A free text field with its messages; it has several lines if its limit is high.
    fn words(&mut self, field_ref: FieldRef, value: String) {
        let issues = self.issues(field_ref, &value);
        let mut parts = self.parts(field_ref, value);
        let (id, change) = (parts.id.clone(), self.change(field_ref));
        parts.on = On::Type(Rc::new(move |text: String| {
            // The plan cleans the text too, and reports it.
            let _ = clean_in(&id, &text);
            change(text);
        }));
        parts.invalid = issues.iter().any(|issue| !matches!(issue, TextIssue::Found(_)));
        let most = self.most(field_ref.field);
        let shown = if most > ONE_LINE {
            let rows = if most > LONG { "3" } else { "2" };
            text_field(&parts, rows, self.left(&parts.value, most))
        } else {
            line_field(&parts, "")
        };
        let help = self.help(field_ref.field, &parts);
        let messages = self.messages(field_ref, issues, &parts.id);
        self.views.push(View::many(vec![shown, help, messages]));
    }

    /// A date field. Half a date shows an error and is not stored.
    fn day(&mut self, field_ref: FieldRef, value: String) {
        let date: Option<Date> = value.parse().ok();
        let mut parts = self.parts(field_ref, value);
        parts.invalid = self.app.is_wrong(&parts.id);
        if let Some(typed) = self.app.typed_in(&parts.id) {
            typed.clone_into(&mut parts.value);
        }
        let (context, id, label, change) =
            (self.app.context, parts.id.clone(), parts.label.clone(), self.change(field_ref));
        parts.on = On::Type(Rc::new(move |text: String| {
            read_date(context, &id, &label, &text);
            change(text);
        }));
        let is_later = matches!(field_ref.field, Field::TrialUntil | Field::BackOn | Field::Until | Field::ReviewDates);
        let early = is_later && date.is_some_and(|day| self.voice.plan.goal.start.is_some_and(|start| day < start));
        let error = match (parts.invalid, early) {
            (true, _) => paragraph("error", self.app.text("message.N26.text")),
            (_, true) => paragraph("error", self.voice.text("hint.before-start").to_owned()),
            _ => View::nothing(),
        };
        parts.invalid |= early;
        let unlikely = self.unlikely(&parts.id, date);
        self.views.extend([date_field(&parts), error, self.help(field_ref.field, &parts), unlikely]);
    }

    /// One person, chosen from all people in the plan who fit this field.
    fn person(&mut self, field_ref: FieldRef, value: &str) {
        let parts = self.parts(field_ref, String::new());
        let name = self.name(field_ref.field);
        let (fit, left) = options_in_reach(self.app, name, value, self.who_fits(field_ref.field, value));
        let mut options = vec![(String::new(), self.voice.text("page.choose").to_owned())];
        options.extend(fit);
        let help = self.help(field_ref.field, &parts);
        let more = more(self.app, name, left.len(), &parts.label, parts.id.clone());
        let on = On::Type(self.change(field_ref));
        self.views.extend([choose(&parts.id, parts.label, options, value.to_owned(), on), help, more]);
    }

    /// Returns the number and name of everyone who can be chosen here, including the person already chosen.
    fn who_fits(&self, field: Field, value: &str) -> FieldOptions {
        let mut fits = Vec::new();
        for member in self.voice.people.all() {
            let number = member.id.0.to_string();
            if self.fits(field, member.id, member.about.afraid) || holds(value, &number) {
                fits.push((number, self.voice.name(member.id)));
            }
        }
        fits
    }

    /// A feared person can be the doer or the visitor of an agreement; no other field offers them.
    fn fits(&self, field: Field, person: PersonId, feared: bool) -> bool {
        let doer = match &*self.event {
            PlanEvent::Agreement(agreement) if matches!(field, Field::Watcher | Field::StandIn) => agreement.who,
            PlanEvent::Route(route) if matches!(field, Field::FirstBroughtBy | Field::SecondBroughtBy) => {
                Some(route.owner)
            }
            _ if field == Field::Visitor => Some(PersonId::ME),
            _ => None,
        };
        doer != Some(person) && (!feared || matches!(field, Field::Who | Field::Visitor))
    }

    /// Any number of people.
    fn people(&mut self, field_ref: FieldRef, value: &str) {
        let lines = self.who_fits(field_ref.field, value);
        self.several(field_ref, value, lines);
    }

    /// Any number of demands; skipped while there are none.
    fn demands(&mut self, field_ref: FieldRef, value: &str) {
        let mut lines = Vec::new();
        for (nth, demand) in (1..).zip(&self.voice.plan.demands.list) {
            lines.push((demand.id.0.to_string(), demand_line(self.voice, nth, &demand.as_wish())));
        }
        if !lines.is_empty() {
            self.several(field_ref, value, lines);
        }
    }

    fn several(&mut self, field_ref: FieldRef, value: &str, lines: FieldOptions) {
        let name = self.name(field_ref.field);
        let (shown, left) = cards_in_reach(self.app, name, value, lines);
        // Options that are shown stay, so that no line disappears under a finger.
        let there: Rc<Vec<u32>> = Rc::new(shown.iter().map(|(number, _)| line_of(number)).collect());
        let items = shown.into_iter().map(|(number, line)| {
            let (chosen, next) = (holds(value, &number), toggled(value, &number));
            let (context, change, there) = (self.app.context, self.change(field_ref), Rc::clone(&there));
            let on = On::Tick(Rc::new(move |_| {
                context.change_unseen(|state| there.iter().for_each(|line| state.stays(*line)));
                change(next.clone());
            }));
            item(number, line, chosen, on)
        });
        let items = items.collect();
        let parts = self.parts(field_ref, String::new());
        let more = more_cards(self.app, name, &left, &parts.label, &parts.id);
        self.question(field_ref, ChoiceLook::Many, items, more);
    }

    /// Cards with the keywords of a group.
    fn cards(
        &mut self,
        field_ref: FieldRef,
        value: &str,
        look: ChoiceLook,
        group: &str,
        words: &'static [&'static str],
    ) {
        let items = words.iter().map(|word| {
            let next = if look == ChoiceLook::Many { toggled(value, word) } else { (*word).to_owned() };
            let text = self.voice.text(&format!("{group}.{word}")).to_owned();
            item((*word).to_owned(), text, holds(value, word), self.on_tick(field_ref, next))
        });
        let items = items.collect();
        self.question(field_ref, look, items, View::nothing());
    }

    /// A score from 0 to 10.
    fn scale(&mut self, field_ref: FieldRef, value: &str) {
        let items = (0..=HIGHEST).map(|mark| {
            let mark = mark.to_string();
            item(mark.clone(), mark.clone(), value == mark, self.on_tick(field_ref, mark))
        });
        let items = items.collect();
        self.question(field_ref, ChoiceLook::Scale, items, View::nothing());
    }

    /// A small number of weeks; an invalid number shows an error.
    fn number(&mut self, field_ref: FieldRef, value: String) {
        let mut parts = self.parts(field_ref, value);
        if let Some(typed) = self.app.typed_in(&parts.id) {
            typed.clone_into(&mut parts.value);
        }
        let (least, most) = WEEKS;
        let fits = move |text: &str| text.trim().parse().is_ok_and(|number| (least..=most).contains(&number));
        parts.invalid = !parts.value.trim().is_empty() && !fits(&parts.value);
        let (context, id, change) = (self.app.context, parts.id.clone(), self.change(field_ref));
        parts.on = On::Type(Rc::new(move |text: String| {
            change(if fits(&text) { text.trim().to_owned() } else { String::new() });
            keep_typed(context, &id, &text, fits(&text));
        }));
        let wrong = number_error(self.app.context, &parts.value, least.into(), most.into());
        let error = if parts.invalid { paragraph("error", wrong) } else { View::nothing() };
        self.views.extend([number_field(&parts, String::new()), error, self.help(field_ref.field, &parts)]);
    }

    fn tick(&mut self, field_ref: FieldRef, value: &str) {
        let parts = self.parts(field_ref, String::new());
        let next = if value.is_empty() { "yes" } else { "" };
        let tick = tick("choice", parts.label.clone(), !value.is_empty(), self.on_tick(field_ref, next.to_owned()));
        self.views.extend([tick, self.help(field_ref.field, &parts)]);
    }

    /// Returns a handler that stores this value when its option is chosen.
    fn on_tick(&self, field_ref: FieldRef, next: String) -> On {
        let change = self.change(field_ref);
        On::Tick(Rc::new(move |_| change(next.clone())))
    }

    /// A question of the plan with its cards and the content below them.
    fn question(&mut self, field_ref: FieldRef, look: ChoiceLook, items: Vec<ChoiceItem>, below: View) {
        let parts = self.parts(field_ref, String::new());
        let legend = element("legend").text(parts.label.clone());
        let cards = choices(&parts.id, look, items);
        let question = element("fieldset").class("question").keyed(&parts.id);
        let question = question.holding(vec![legend, self.help(field_ref.field, &parts), cards, below]);
        self.views.push(question);
    }

    /// Returns the name of a field's list, unique on the page.
    fn name(&self, field: Field) -> &'static str {
        self.app.catalogue.content.plan.field(field).map_or("", |asked| asked.id.as_str())
    }

    /// Returns id, label and value of a field.
    fn parts(&self, field_ref: FieldRef, value: String) -> FieldParts {
        let asked = self.voice.content().field(field_ref.field);
        let id = asked.map_or("", |field| field.id.as_str());
        let id = format!("{id}-{}-{}", self.part, field_ref.nth);
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

    /// Returns the characters left, once the text is near the limit.
    fn left(&self, value: &str, most: u32) -> String {
        let (length, most) = (words::length(value), most as usize);
        if length * 5 < most * 3 {
            return String::new();
        }
        let key = if length <= most { "field.left" } else { "field.over" };
        self.app.fill(key, "{n}", &most.abs_diff(length).to_string())
    }

    fn issues(&self, field_ref: FieldRef, value: &str) -> Vec<TextIssue> {
        let facts = &self.app.facts;
        let found = scan::findings(value, &self.secrets);
        checks::open_issues(facts, &self.app.dossier.paper.kept, field_ref, value, &self.secrets, found)
    }

    /// Renders the messages at a field.
    fn messages(&self, field_ref: FieldRef, issues: Vec<TextIssue>, id: &str) -> View {
        let (mut messages, mut findings) = (Vec::new(), Vec::new());
        let key = field_ref.key(self.voice.content());
        for issue in issues {
            match issue {
                TextIssue::Found(finding) => match self.role_instead(&finding) {
                    Some(role) => messages.push(self.role_on_paper(&role, finding.key_at(&key))),
                    None => findings.push(finding),
                },
                TextIssue::TooLong => messages.push(too_long(self.app, self.most(field_ref.field))),
                TextIssue::Unfit => {
                    let number = matches!(field_ref.field, Field::Phone | Field::Number);
                    let key = if number { "hint.no-number" } else { "hint.no-address" };
                    messages.push(paragraph("error", self.voice.text(key).to_owned()));
                }
            }
        }
        messages.push(found(self.app, &key, findings, &Act::Focus(id.to_owned())));
        View::many(messages)
    }

    /// Returns the role that paper shows instead of a name without permission.
    fn role_instead(&self, finding: &Finding) -> Option<String> {
        match finding {
            Finding::Name(name) => plan_voice::stand_in(&self.app.facts, &self.app.dossier, name),
            _ => None,
        }
    }

    /// Asks once whether a name may be on paper; until then paper shows the role.
    fn role_on_paper(&self, role: &str, key: String) -> View {
        let allow = self.app.tap(Act::Keep(vec![key]));
        let text = self.app.fill("message.role.text", "{}", role);
        notice("let-op", text, vec![(self.app.text("message.role.button"), allow)])
    }

    /// A message about an unlikely date.
    fn unlikely(&self, id: &str, day: Option<Date>) -> View {
        let kept = day.map(|day| format!("{id}#{day}"));
        match (day, kept) {
            (Some(day), Some(kept))
                if !checks::is_likely(day, self.app.facts.likely_today())
                    && !self.app.dossier.paper.kept.contains(&kept) =>
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
