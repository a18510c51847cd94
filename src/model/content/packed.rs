//! The packed format of content: the fields of every shape, in the order in which they are written.

use super::{
    AnswerPiece, Area, Around, Ask, BeginAt, Block, Choice, Class, Composed, ConsentText, Contact, Content, Cost, Desk,
    Example, Expected, Field, FirstHere, FirstSentence, FlagDoes, FlagPaper, FlagRule, FlagScreen, Flow, Gate, GateRow,
    Gemeente, Given, HelpBlock, HelpLine, Helpers, Holiday, HolidayRule, Kind, Limits, Named, Names, Nearby, Offer,
    OnePage, OptionText, Options, OtherCard, Otherwise, Own, Page, Page2, PeopleFields, PerArea, Piece, Place,
    PlanField, PlanMeasures, PlanRoles, PlanTexts, Question, Roles, RowShape, Safety, Say, Screen, Sets, Sheet, Sheets,
    SoftQuestion, StartRule, Steady, Step, TableShape, Term, Unit, V1, Variant, Way, YoungCard,
};
use crate::model::condition::{Compare, Condition};
use crate::model::flag::Flag;
use crate::model::packed::{Packed, Reader, packed_enums, packed_structs};

packed_structs! {
    Content {
        language, texts, flow, areas, safety, names, contacts, help_card, sheets, plan, terms, released, holidays, gemeenten
    }
    Term { word, explanation, plain }
    Holiday { name, on }

    Area<C> {
        id, name, inline, young_name, icon, opening, young_opening, goals, always_open,
        never_on_paper, only_shared, without_more, follow_ups_elsewhere, situations, follow_ups, first_here,
        strengths, outcomes, nearby, nearby_advice, helpers, examples
    }
    Choice<C> { id, text, young, explain, paper, class, shown, raises, icon }
    FirstHere { question, place }
    Example { text }

    Contact {
        id, name, shown, tel, for_whom, note, hours, cost, source, source_date, confirmed_on
    }
    HelpLine { text, contact, after }
    Gemeente { id, name, desk, places }
    Desk { name, address, shown, tel, hours, source, source_date, confirmed_on }
    Place { name, what, address, areas }

    Question<C> {
        id, text, young, help, kind, class, past, shown, options, options_from, own, unit, limits, paper,
        emptied_by, weighs
    }
    Own { label, limits }
    Unit { one, many }
    Limits { page, most }

    Safety<C> { named, rules, gate, flags, soft, start_rules }
    Names { ordinary, known, first_names, deeds }
    Named<C> { name, when }
    FlagRule<C> { id, when, raises }
    Gate<C> { professional, rows }
    GateRow<C> { id, when, opens_with_professional }
    FlagScreen<C> {
        flag, heading, text, contacts, variants, does, asks, closes, back, back_to, paper
    }
    Variant<C> { when, heading, text, contacts, below }
    FlagPaper { question, sentence, urgent }
    SoftQuestion<C> { list, words, question, above, flag, shown }
    StartRule<C> { id, when, area, reason }

    Flow<C> { roles, screens, questions, elsewhere, shared, other_cards, young_card }
    Roles {
        device, device_free, device_again, keep, aloud, story, areas, areas_deep, more, situations, strengths,
        outcomes, start, circle, first_sentence, stuck, together, tired, tired_drops, sets, nearby
    }
    Given { question, option }
    Sets { question, answer, sets, to }
    Screen<C> { id, step, title, help, block, page, asks, way, per_area, examples, shown }
    HelpBlock { heading, text }
    OtherCard<C> { when, text, contact, also }
    YoungCard<C> { when, contacts, text, unsafe_when, unsafe_text }

    Sheets<C> { offers, months, weekdays, v1, v3, v4 }
    Offer<C> { sheet, when, otherwise }
    Otherwise<C> { when, text }
    V1<C> { width, first_width, empty, see_page_2, pen, pen_short, blocks, page_2 }
    Block<C> { number, heading, lines, new_lines, pen_when_empty, optional, pieces, table }
    OnePage<C> { blocks, label_width, cell_width }
    TableShape<C> { columns, rows }
    RowShape<C> { heading, lines, cells }
    AnswerPiece<C> { question, text, options, most, per_area, stays, bare, empty, when }
    Say<C> { text, when, new_line }
    OptionText { option, text }
    ConsentText { question, who, about, text, alone }
    FirstSentence { chosen, story, goal, areas, longest }
    PerArea { most, lines_each, situations, severity, severity_text }
    BeginAt { start, better, alone, one, many }
    Around {
        question, text, most, experience, experience_yes, experience_role, experience_alone, nobody_question, nobody
    }
    Helpers { question, text, most, fits }
    Steady { helpers, text, wish, wish_text }
    Nearby { most, look_option, try_option, with, look, look_alone }
    Expected { on, money_areas, other_areas, talk, outcome }
    Page2 {
        heading, story, more, lines, goals, call_heading, call, call_width, call_lines, all_lines
    }

    PlanTexts { roles, measures, vague, fields, texts }
    PlanMeasures { width, lines, card_width, fridge_width, fridge_lines }
    PlanRoles { me, child, child_ages, at_home, reported_on, tired, ask_again, before, nobody }
    PlanField { id, is, text, help, class, most }
}

packed_enums! {
    Condition {
        Always, Ticked(tick), Is { question, values }, Filled(question), Empty(question),
        Number { question, compare, value }, Days { question, compare, value }, Count { question, compare, value },
        InOneArea(inner), Word(list), Flag(flag), Nearby { values }, Not(inner), All(all), Any(any)
    }
    HolidayRule { Fixed { month, day }, NotOnSunday { month, day }, Easter(days) }
    Compare { AtLeast, AtMost, Below, Above, Equal }
    Flag {
        Emergency, Suicide, UnsafeSerious, Unsafe, Watched, Child, NoPlan, Medical, LosingHomeOrPower, Roof, SupportNow,
        YouthNow, Carer, Stuck, Lasting, Language
    }
    Cost { Free, Normal, Local, Unknown }
    Class { Plain, Private, AboutSomeoneElse, Contact, Safety, Route }
    Kind { YesNo, One, Many, Number { min, max, scale }, Date, Text, People(fields) }
    PeopleFields { Household, Circle, Helpers }
    Options { Listed, Situations, Strengths, Outcomes, Areas, ChosenAreas, Circle, OwnSentences }
    FlagDoes { StopsKeeping, HidesCallLinks, StopsQuestions, StaysCalm, ClosesExport, GivesTime, ClosesFollowUps(area) }
    Ask { Question(id), Shared(id), Situations { area, only }, FollowUps { from, to }, Nearby }
    Page { Questions, Start, Flag, Soft, Other, Check, Sharing, Paper, CallNote, Further }
    Step { Start, Safe, Needs, Area, First, Circle, Sharing, Paper, Other, Stuck }
    Way { Short, More, Interrupt, Aside }
    Sheet { V1, V2, V3, V4, V5 }
    Field {
        OwnName, FeelsUnsafe, Afraid, Goal, Sign, Start, DemandsBy, DemandsOn, DemandWho, DemandWhat, DemandWhen,
        DemandOtherwise, Wish, Phone, Adult, LivedIt, Can, OffersPlace, Knows, NotFitting, Kind, Who, What, When,
        Situation, Watcher, Term, TrialUntil, Otherwise, StandIn, ForDemand, Visitor, Allowed, Rung, TakenInBy,
        HowLong, BackOn, ChildContact, NotThis, ArrangedBy, Budget, BudgetWhy, Sees, Does, RouteOwner, FirstPlace,
        FirstBroughtBy, SecondPlace, SecondBroughtBy, NumberName, Number, Takes, TakesMore, FetchesChildren,
        ChosenSelf, Practised, ReviewDates, StaysInWeekend, EveryWeeks, Until, Present, Good, Bad, Next, Mark, Caller, LookedAlong,
        LookedOn, SignedBy
    }
    Piece<C> { Answer(answer), Say(say), Rest(rest) }
    Composed {
        FirstSentence(sources), FilledIn { by, with }, Strengths { most }, Areas(shape), BeginAt(shape),
        Household { question }, People(shape), Helpers(shape), Steady(shape), Outcomes { most }, Nearby(shape),
        Expected(shape), Sentences { question, page_2, most }, FlagLines { dates }, Consent(consent),
        Target { text, days }
    }
}
