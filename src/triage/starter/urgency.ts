/** How people write that something can wait, or cannot: wordings every department shares (data, hence long). */
import type { Priority, PriorityDefinition } from "../taxonomy.ts";
import { type LocalText, type LocalTexts, languages } from "../text.ts";

export const urgency: Record<Priority, LocalTexts> = {
  low: {
    en: [
      "no hurry, whenever you have time",
      "not urgent, can wait",
      "just for your information, FYI",
      "no reply needed, no action required",
      "thank you very much, just wanted to say thanks",
      "small suggestion, an idea for the future",
      "some time in the next months, next year",
      "newsletter, invitation, unsubscribe",
      "out of office, automatic reply",
      "nice to have, low priority",
    ],
    de: [
      "eilt nicht, wenn Sie einmal Zeit haben",
      "nicht dringend, kann warten",
      "nur zur Information, zur Kenntnis",
      "keine Antwort nötig, nichts zu tun",
      "herzlichen Dank, wollte nur danke sagen",
      "kleine Anregung, Idee für die Zukunft",
      "irgendwann in den nächsten Monaten, nächstes Jahr",
      "Newsletter, Einladung, abmelden",
      "Abwesenheitsnotiz, automatische Antwort",
      "wäre schön, niedrige Priorität",
    ],
    fr: [
      "rien ne presse, quand vous aurez le temps",
      "pas urgent, peut attendre",
      "pour information, pour votre info",
      "aucune réponse nécessaire, rien à faire",
      "merci beaucoup, je voulais juste vous remercier",
      "petite suggestion, une idée pour l'avenir",
      "dans les prochains mois, l'année prochaine",
      "newsletter, invitation, désinscription",
      "réponse automatique, absence",
      "ce serait bien, priorité basse",
    ],
    es: [
      "sin prisa, cuando tenga tiempo",
      "no es urgente, puede esperar",
      "solo para su información, a título informativo",
      "no hace falta responder, no hay que hacer nada",
      "muchas gracias, solo quería dar las gracias",
      "pequeña sugerencia, una idea para el futuro",
      "en los próximos meses, el año que viene",
      "boletín, invitación, darse de baja",
      "respuesta automática, ausencia",
      "estaría bien, prioridad baja",
    ],
  },
  normal: {
    en: [
      "could you please tell me",
      "I would like to ask, I have a question",
      "please send me",
      "I would like to request, apply for",
      "how do I, where can I find",
      "please let me know in the next few days",
      "I look forward to your reply",
      "please confirm receipt",
      "attached you will find the form",
      "is it possible to change",
    ],
    de: [
      "könnten Sie mir bitte sagen",
      "ich möchte fragen, ich habe eine Frage",
      "bitte schicken Sie mir",
      "ich möchte beantragen, hiermit beantrage ich",
      "wie kann ich, wo finde ich",
      "bitte um Rückmeldung in den nächsten Tagen",
      "ich freue mich auf Ihre Antwort",
      "bitte bestätigen Sie den Eingang",
      "anbei finden Sie das Formular",
      "ist es möglich zu ändern",
    ],
    fr: [
      "pourriez-vous me dire",
      "je voudrais savoir, j'ai une question",
      "merci de m'envoyer",
      "je souhaite demander, faire une demande",
      "comment puis-je, où trouver",
      "merci de me répondre dans les prochains jours",
      "dans l'attente de votre réponse",
      "merci d'accuser réception",
      "veuillez trouver ci-joint le formulaire",
      "est-il possible de modifier",
    ],
    es: [
      "podrían decirme por favor",
      "quisiera preguntar, tengo una pregunta",
      "por favor envíenme",
      "quisiera solicitar, presentar una solicitud",
      "cómo puedo, dónde encuentro",
      "agradecería respuesta en los próximos días",
      "quedo a la espera de su respuesta",
      "por favor confirmen la recepción",
      "adjunto el formulario",
      "es posible cambiar",
    ],
  },
  high: {
    en: [
      "please answer today, by the end of the day",
      "deadline tomorrow, due on Friday",
      "as soon as possible, asap",
      "I still have no answer, second reminder",
      "I cannot work until this is fixed",
      "several of us are affected, the whole team",
      "very annoying, has been going on for days",
      "important, high priority",
      "we are losing money, wrong amount",
      "need it before the weekend, this week",
    ],
    de: [
      "bitte heute noch antworten, bis heute Abend",
      "Frist morgen, läuft am Freitag ab",
      "so schnell wie möglich, schnellstmöglich, baldmöglichst",
      "noch immer keine Antwort, zweite Erinnerung",
      "kann nicht arbeiten, bis das behoben ist",
      "mehrere Kollegen betroffen, das ganze Team",
      "sehr ärgerlich, geht seit Tagen so",
      "wichtig, hohe Priorität",
      "uns entsteht ein Schaden, falscher Betrag",
      "brauche es vor dem Wochenende, diese Woche",
    ],
    fr: [
      "merci de répondre aujourd'hui, avant ce soir",
      "date limite demain, échéance vendredi",
      "dès que possible, au plus vite, rapidement",
      "toujours pas de réponse, deuxième relance",
      "je ne peux pas travailler tant que ce n'est pas réglé",
      "plusieurs collègues touchés, toute l'équipe",
      "très gênant, cela dure depuis des jours",
      "important, priorité haute",
      "nous perdons de l'argent, montant erroné",
      "il me le faut avant le week-end, cette semaine",
    ],
    es: [
      "por favor respondan hoy, antes de esta tarde",
      "plazo mañana, vence el viernes",
      "lo antes posible, cuanto antes",
      "sigo sin respuesta, segundo recordatorio",
      "no puedo trabajar hasta que se resuelva",
      "varios compañeros afectados, todo el equipo",
      "muy molesto, dura desde hace días",
      "importante, prioridad alta",
      "estamos perdiendo dinero, importe incorrecto",
      "lo necesito antes del fin de semana, esta semana",
    ],
  },
  urgent: {
    en: [
      "URGENT, emergency, immediately",
      "right now, within the hour",
      "please call me at once",
      "everything is down, nobody can work, standstill",
      "danger to life, accident, injured",
      "happening at this moment, stop it now",
      "critical, top priority, escalate",
      "starts in one hour, today at noon at the latest",
      "help, desperate, cannot wait",
    ],
    de: [
      "DRINGEND, Notfall, sofort",
      "jetzt gleich, innerhalb der nächsten Stunde",
      "bitte rufen Sie mich umgehend an",
      "alles steht still, niemand kann arbeiten, Totalausfall",
      "Lebensgefahr, Unfall, verletzt",
      "passiert gerade, sofort stoppen",
      "kritisch, höchste Priorität, eskalieren",
      "beginnt in einer Stunde, spätestens heute Mittag",
      "Hilfe, verzweifelt, kann nicht warten",
    ],
    fr: [
      "URGENT, urgence, immédiatement",
      "tout de suite, dans l'heure",
      "appelez-moi immédiatement",
      "tout est bloqué, personne ne peut travailler, panne totale",
      "danger de mort, accident, blessé",
      "en ce moment même, arrêtez cela",
      "critique, priorité absolue, escalade",
      "commence dans une heure, avant midi au plus tard",
      "au secours, désespéré, ne peut pas attendre",
    ],
    es: [
      "URGENTE, emergencia, inmediatamente",
      "ahora mismo, en una hora",
      "llámenme de inmediato",
      "todo está parado, nadie puede trabajar, caída total",
      "peligro de muerte, accidente, herido",
      "está pasando en este momento, párenlo ya",
      "crítico, máxima prioridad, escalar",
      "empieza en una hora, hoy a mediodía como muy tarde",
      "socorro, desesperado, no puede esperar",
    ],
  },
};

/** What a department says itself of one priority: its definition, and wordings of its own trade. */
export interface OwnUrgency {
  definition: LocalText;
  phrases?: LocalTexts;
}

/** The four priorities of a department, lowest first: its own definitions, its own wordings and the shared ones. */
export const withUrgency = (own: Record<Priority, OwnUrgency>): PriorityDefinition[] =>
  (["low", "normal", "high", "urgent"] as const).map((id) => ({
    id,
    definition: own[id].definition,
    phrases: joined(own[id].phrases ?? { en: [] }, urgency[id]),
  }));

function joined(first: LocalTexts, second: LocalTexts): LocalTexts {
  const texts: LocalTexts = { en: [] };
  for (const language of languages) {
    const both = [...(first[language] ?? []), ...(second[language] ?? [])];
    if (both.length > 0) texts[language] = both;
  }
  return texts;
}
