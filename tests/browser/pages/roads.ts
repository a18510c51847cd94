// The roads of the households in the browser tests, screen by screen, in the words on screen.

import type { Screen } from "./wizard";

const START = "Kijk rustig wat je nodig hebt";
const DEVICE = "Dit apparaat en jij";
const SAFE = "Voor je begint";
const NEEDS = "Wat heb je nodig?";
const AREAS = "Waar gaat het over? Kies wat nu het meest speelt.";
const RECOGNISE = "Wat herken je? Tik alles aan wat klopt.";
const GOOD = "Wat gaat al goed?";
const DIFFERENT = "Wat moet er anders zijn?";
const MORE = "Wil je hier meer over vertellen?";
const HELPERS = "Wie kan meedenken of helpen?";
const STEP = "Wat is een kleine stap voor deze week?";
const NEARBY = "Dit kun je zelf proberen, dichtbij";
const FIRST = "Wat moet als eerste opgelost zijn?";

export const FOR_WHOM = "Voor wie vul je dit in?";
export const LOOKS_ALONG = "Kan iemand anders in deze telefoon kijken?";
export const KEEP = "Wil je dat dit apparaat je antwoorden bewaart?";
export const DANGER = "Is het nu gevaarlijk, voor jou of een ander?";
export const AFRAID = "Ben je bang voor iemand thuis, of voor je ex?";
export const UNSAFE = "Jouw veiligheid gaat voor.";
export const SERIOUS = "Dit is ernstig. Bel 112 of Veilig Thuis.";
export const WEAPON = "Heeft die persoon een wapen, of dreigt hij daarmee?";
export const DEPENDS = "Zorgt alleen die persoon voor een kind of een zieke?";
export const PROFESSIONAL = "Kijkt een hulpverlener mee, en stelde die eisen?";
export const CHILD_TONIGHT = "Kan het kind vannacht veilig slapen?";
export const SHEET = "Je vel voor de gemeente";
export { AREAS, DEVICE, FIRST, MORE, NEEDS, RECOGNISE, SAFE, START };

/** K1: Henk falls, and wants to keep his garden. */
export const K1: Screen[] = [
  { title: START, answers: { [FOR_WHOM]: "Voor mezelf", "Wil je de tekst ook horen?": "Ja" } },
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Nee", "Ben je jonger dan 18?": "Nee" } },
  { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Nee" } },
  {
    title: NEEDS,
    answers: {
      [NEEDS]: "“Ik val en dan lig ik daar. Ik wil mijn tuin niet kwijt.”",
      [AREAS]: ["Mijn lijf en mijn dag", "Mensen om mij heen"],
    },
  },
  {
    title: RECOGNISE,
    answers: {
      [RECOGNISE]: [
        "Ik ben gevallen of ik ben bang om te vallen.",
        "Als ik val, kan ik niemand roepen.",
        "Ik ben snel moe. Ik heb maar een paar uur per dag.",
        "Ik krijg hulp, maar die past niet bij mij.",
      ],
    },
  },
  { title: GOOD, answers: { [GOOD]: "Ik zorg voor mijn planten of dier." } },
  { title: DIFFERENT, answers: { [DIFFERENT]: "“Ik tuinier elke dag en als ik val komt er hulp.”", [MORE]: "Ja" } },
  {
    title: "Mijn lijf en mijn dag: hoe lang en hoe erg",
    answers: { "Sinds wanneer speelt dit?": "Al maanden", "Hoe erg is het nu, van 0 tot 10?": 6, "Gaat dit ooit over?": "Nee, dit blijft." },
  },
  {
    title: "Mijn lijf en mijn dag: waar het door komt",
    answers: { "Waar komt het door, denk je?": "Mijn huis", "Wat heb je al geprobeerd?": "Een hulpverlener" },
  },
  { title: HELPERS, answers: { [HELPERS]: [{ role: "mijn zoon" }, { role: "buurvrouw", name: "Til" }] } },
  { title: STEP, answers: { [STEP]: "“Ik ga met Til kijken bij de sporthal.”" } },
  {
    title: "Mijn lijf en mijn dag: nog een paar vragen",
    answers: {
      "Hoe vaak ben je gevallen dit jaar?": 2,
      "Zag of sprak je deze week iemand?": "Ja",
      "Hoeveel minuten energie heb je op een dag?": 90,
      "Waarom past die hulp niet?": "“De reis duurt 30 minuten.”",
    },
  },
  { title: "Mijn lijf en mijn dag: de laatste vragen" },
  {
    title: NEARBY,
    answers: {
      "Binnenlopen in sporthal of buurthuis": "Eerst een keer kijken",
      "Verhoogde plantenbakken in je eigen tuin": "Wil ik proberen",
      "Hoe ver kun je reizen?": "Lopend",
      "Wie gaat er mee kijken?": "“Til”",
    },
  },
  { title: RECOGNISE },
  { title: GOOD },
  { title: DIFFERENT },
  { title: FIRST, answers: { [FIRST]: "“Eerst thuis iets aanpassen.”", "Waar wil je beginnen?": "Mijn lijf en mijn dag" } },
  { title: "Een goede dag" },
  {
    title: "De mensen om je heen",
    answers: {
      "Woont er een kind bij je in huis?": "Nee",
      "Wie zijn er om je heen?": [{ role: "zoon op 60 km" }, { role: "buurvrouw", name: "Til" }],
    },
  },
  { title: "De hulp die er nu is" },
  { title: "Hoe het gaat met hulp" },
  { title: "Kijk je antwoorden na" },
  {
    title: "Kies wat op je vel mag",
    answers: {
      "Mag deze regel op je vel? “Spoed: ik heb nu hulp nodig.”": "Ja",
      "Mag deze regel op je vel? “Dit blijft. Ik wil niet steeds opnieuw onderzoek.”": "Ja",
      "Wat vraag je aan de gemeente?": "“Kijk naar mijn huis en tuin, en naar een alarm.”",
    },
  },
  { title: "Wie mag dit van jou weten?" },
  { title: "Hoe bereikt de gemeente jou veilig?" },
];

/** K2: Samira and Yassin, money and school, with every question answered. */
export const K2: Screen[] = [
  { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja", "Ben je jonger dan 18?": "Nee" } },
  { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Nee" } },
  {
    title: NEEDS,
    answers: {
      [NEEDS]: "“Er ligt een tas vol brieven. Yassin gaat bijna niet meer naar school.”",
      [AREAS]: ["Geld", "Kinderen en school"],
    },
  },
  {
    title: RECOGNISE,
    answers: {
      [RECOGNISE]: [
        "Ik heb post die ik niet openmaak.",
        "Ik heb te weinig voor eten aan het eind van de maand.",
        "Ik loop achter met de huur.",
        "Er is een deurwaarder geweest.",
      ],
    },
  },
  { title: GOOD, answers: { [GOOD]: "Ik heb alle brieven in één tas." } },
  { title: DIFFERENT, answers: { [DIFFERENT]: "Ik weet elke week wat ik kan uitgeven.", [MORE]: "Ja" } },
  {
    title: "Geld: hoe lang en hoe erg",
    answers: { "Sinds wanneer speelt dit?": "Al maanden", "Hoe erg is het nu, van 0 tot 10?": 8, "Gaat dit ooit over?": "Misschien." },
  },
  { title: "Geld: waar het door komt", answers: { "Waar komt het door, denk je?": "Werk", "Wat heb je al geprobeerd?": "Familie" } },
  { title: HELPERS, answers: { [HELPERS]: { role: "nicht", name: "Nadia" } } },
  { title: STEP, answers: { [STEP]: "“Ik breng de brieven naar de bibliotheek.”" } },
  {
    title: "Geld: nog een paar vragen",
    answers: { "Heeft een kind thuis te weinig eten of warmte?": "Nee", "Hoeveel brieven liggen er?": 14 },
  },
  {
    title: "Geld: de laatste vragen",
    answers: { "Hoeveel maanden loop je achter?": 3, "Wil je dat iemand met je meekijkt in de post?": "Ja" },
  },
  {
    title: NEARBY,
    answers: {
      "Hulp met papieren in het buurthuis of de bibliotheek": "Wil ik proberen",
      "Voedselbank of buurtkoelkast": "Wil ik proberen",
      "Hoe ver kun je reizen?": "Op de fiets",
      "Wat kun je per week betalen om mee te doen?": "Niets",
    },
  },
  { title: RECOGNISE, answers: { [RECOGNISE]: ["Mijn kind is vaak thuis en school belt.", "Mijn kind is bang, verdrietig of heel druk."] } },
  { title: GOOD, answers: { [GOOD]: "“Yassin doet zijn huiswerk met zijn nicht.”" } },
  { title: DIFFERENT, answers: { [DIFFERENT]: "“Yassin gaat elke dag, en de eerste week met mij mee.”", [MORE]: "Ja" } },
  {
    title: "Kinderen en school: hoe lang en hoe erg",
    answers: { "Sinds wanneer speelt dit?": "Al maanden", "Hoe erg is het nu, van 0 tot 10?": 7, "Gaat dit ooit over?": "Ja, dit gaat over." },
  },
  { title: "Kinderen en school: waar het door komt", answers: { "Waar komt het door, denk je?": "Geld", "Wat heb je al geprobeerd?": "School" } },
  { title: HELPERS, answers: { [HELPERS]: [{ role: "mentor" }, { role: "oma" }] } },
  { title: STEP },
  {
    title: "Kinderen en school: nog een paar vragen",
    answers: {
      "Hoeveel uur was het kind deze maand niet op school?": 35,
      "Hoe oud is het kind?": "12 tot 15 jaar",
      "Wat zegt het kind zelf? Vraag het, als dat kan.": "“Ik wil thuis op mijn moeder letten.”",
    },
  },
  { title: "Kinderen en school: de laatste vragen" },
  { title: NEARBY, answers: { "Huiswerkplek in de wijk": "Wil ik proberen" } },
  {
    title: FIRST,
    answers: { [FIRST]: "“Rust over de brieven.”", "Waar wil je beginnen?": "Geld", "Stel dat dit weg is. Wat gaat dan ook beter?": "Kinderen en school" },
  },
  {
    title: "Een goede dag",
    answers: { "Hoe ziet een goede gewone dag eruit?": "“We eten samen en de telefoon is stil.”", "Wat doe jij graag voor een ander?": "Koken" },
  },
  {
    title: "De mensen om je heen",
    answers: {
      "Woont er een kind bij je in huis?": "Ja",
      "Wie zijn er om je heen?": [{ role: "nicht", name: "Nadia" }, { role: "mentor" }, { role: "oma" }],
    },
  },
  { title: "De hulp die er nu is", answers: { "Hoeveel organisaties helpen nu?": 1, "Weten zij het van elkaar?": "Nee" } },
  {
    title: "Hoe het gaat met hulp",
    answers: { "Zeggen mensen verschillende dingen tegen je?": "Nee", "Ben je moe van hulp?": "Nee", "Wil je liever één vaste persoon?": "Ja" },
  },
  { title: "Kijk je antwoorden na" },
  {
    title: "Kies wat op je vel mag",
    answers: { "Wat vraag je aan de gemeente?": "“Een gesprek over schulden, en één persoon die ook met school praat.”" },
  },
  { title: "Wie mag dit van jou weten?" },
  { title: "Hoe bereikt de gemeente jou veilig?" },
];

/** The answers of K12 on the road “Het loopt vast”: Daisy can get a job, but cannot get there. */
export const STUCK: Screen[] = [
  { title: "Het loopt vast", answers: { "Wat is het eerste probleem?": "“Er rijdt geen bus op die tijden.”" } },
  { title: "Wat er al gebeurde" },
  { title: "Wat het tegenhoudt", answers: { "Wat gebeurt er als er niets verandert?": "“Dan blijf ik in de uitkering.”" } },
  {
    title: "Wat zou helpen",
    answers: {
      "Wat is het kleinste dat al helpt?": "“De eerste week meerijden.”",
      "Wat is het grootste dat zou helpen?": "“Een auto.”",
      "Helpt een ding, of juist een mens?": "Een ding",
      "Welk ene ding maakt de rest mogelijk?": "“Vervoer.”",
    },
  },
  { title: "Waar je heen wilt", answers: { "Wat spreek je af als je dit krijgt?": "“Ik los af als ik mijn baan houd.”" } },
  { title: "Hoe snel, en met wie", answers: { "Wachten, de gewone weg, of nu?": "Het moet nu" } },
  { title: "Twee vellen voor een gesprek" },
];

/** K4: Sanne is afraid at home, a professional looks along, and she also worries about money and the children. */
export const K4: Screen[] = [
  { title: START, answers: { [FOR_WHOM]: "Samen met iemand" } },
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja", "Ben je jonger dan 18?": "Nee", "Zit die persoon nu naast je?": "Nee" } },
  { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
  { title: UNSAFE },
  { title: "Nog een paar korte vragen", answers: { [WEAPON]: "Nee" } },
  {
    title: "Nog een paar vragen over thuis",
    answers: { "Woont er een kind bij je in huis?": "Ja", "Kun je vannacht veilig slapen?": "Ja", [DEPENDS]: "Nee", [PROFESSIONAL]: "Ja" },
  },
  { title: UNSAFE, answers: { [CHILD_TONIGHT]: "Ja" } },
  {
    title: NEEDS,
    answers: {
      [NEEDS]: "“Mijn kinderen zijn nooit meer bang en ik werk weer vier dagen.”",
      [AREAS]: ["Veilig zijn", "Geld", "Kinderen en school"],
    },
  },
  {
    title: RECOGNISE,
    answers: { [RECOGNISE]: ["Ik ben bang voor mijn partner of mijn ex.", "De kinderen horen of zien het geweld."] },
  },
  { title: GOOD, answers: { [GOOD]: "Er is iemand die mij gelooft." } },
  { title: DIFFERENT },
  { title: HELPERS },
  { title: RECOGNISE, answers: { [RECOGNISE]: ["Ik heb post die ik niet openmaak.", "Ik loop achter met de huur."] } },
  { title: GOOD, answers: { [GOOD]: "“Ik heb twee dagen vast werk.”" } },
  { title: DIFFERENT, answers: { [DIFFERENT]: "“Ik werk vier dagen en betaal mijn huur op tijd.”", [MORE]: "Ja" } },
  { title: "Geld: hoe lang en hoe erg", answers: { "Sinds wanneer speelt dit?": "Al maanden", "Hoe erg is het nu, van 0 tot 10?": 6 } },
  {
    title: "Geld: waar het door komt",
    answers: { "Waar komt het door, denk je?": ["Werk", "Een relatie"], "Wat heb je al geprobeerd?": "Mijn werkgever" },
  },
  { title: HELPERS },
  { title: STEP, answers: { [STEP]: "“Ik breng de brieven naar de bibliotheek.”" } },
  { title: "Geld: nog een paar vragen", answers: { "Hoeveel maanden loop je achter?": 2 } },
  { title: "Geld: de laatste vragen" },
  {
    title: NEARBY,
    answers: {
      "Hulp met papieren in het buurthuis of de bibliotheek": "Eerst een keer kijken",
      "Hoe ver kun je reizen?": "Op de fiets",
      "Wat kun je per week betalen om mee te doen?": "Tot 5 euro",
      "Wie gaat er mee kijken?": "“een vriendin”",
    },
  },
  { title: RECOGNISE, answers: { [RECOGNISE]: "Mijn kind is bang, verdrietig of heel druk." } },
  { title: GOOD, answers: { [GOOD]: "“Mijn zoon gaat elke dag naar school. Wij eten elke avond samen.”" } },
  { title: DIFFERENT, answers: { [DIFFERENT]: "“De kinderen zijn thuis niet bang.”", [MORE]: "Ja" } },
  { title: "Kinderen en school: hoe lang en hoe erg", answers: { "Hoe erg is het nu, van 0 tot 10?": 8 } },
  { title: "Kinderen en school: waar het door komt" },
  { title: HELPERS },
  { title: STEP },
  {
    title: "Kinderen en school: nog een paar vragen",
    answers: {
      "Hoe oud is het kind?": ["4 tot 11 jaar", "12 tot 15 jaar"],
      "Wat is er nodig zodat je kind thuis kan blijven?": "“rust en iemand die helpt.”",
    },
  },
  { title: "Kinderen en school: de laatste vragen" },
  { title: NEARBY },
  {
    title: FIRST,
    answers: {
      [FIRST]: "“Zorg dat het thuis veilig is.”",
      "Waar wil je beginnen?": "Veilig zijn",
      "Stel dat dit weg is. Wat gaat dan ook beter?": ["Geld", "Kinderen en school"],
    },
  },
  { title: "Een goede dag", answers: { "Hoe ziet een goede gewone dag eruit?": "“Met ons drieën koken.”", "Wat doe jij graag voor een ander?": "Oppassen" } },
  {
    title: "De mensen om je heen",
    answers: {
      "Wie wonen er in huis?": [
        { role: "ik", age: "18 en ouder" },
        { role: "zoon", age: "12 tot 15 jaar" },
        { role: "dochter", age: "4 tot 11 jaar" },
      ],
      "Wie zijn er om je heen?": [{ role: "tante" }, { role: "vriendin" }, { role: "buren" }, { role: "trainer" }],
    },
  },
  {
    title: "De hulp die er nu is",
    answers: {
      "Wie helpt je nu al, en waarmee?": [{ role: "jeugdbeschermer" }, { role: "school" }],
      "Hoeveel organisaties helpen nu?": 2,
      "Weten zij het van elkaar?": "Ja",
    },
  },
  {
    title: "Hoe het gaat met hulp",
    answers: {
      "Zeggen mensen verschillende dingen tegen je?": "Ja",
      "Welke hulp raakte je kwijt, terwijl die wel hielp?": "“de oppas op woensdag”",
      "Wil je liever één vaste persoon?": "Ja",
      "Ken je iemand die hetzelfde meemaakte?": "Ja",
    },
  },
  { title: "Kijk je antwoorden na" },
  {
    title: "Kies wat op je vel mag",
    answers: {
      "Met wie vul je dit in?": "Vriend",
      "Mag deze regel op je vel? “Veilig zijn is nu belangrijk voor mij.”": "Ja",
      "Heb je dit al gemeld bij de gemeente?": "Ja",
    },
  },
  { title: "Wie mag dit van jou weten?", answers: { "De gemeente mag met mijn school overleggen over …": "Ja" } },
  {
    title: "Hoe bereikt de gemeente jou veilig?",
    answers: {
      "Welke naam gebruikt de gemeente?": "“Sanne”",
      "Hoe wil je iets horen?": "Bellen",
      "Is voicemail veilig?": "Nee",
      "Is post veilig?": "Nee",
    },
  },
];
