/** Says calmly, in the reader's language, that the pane could not start, without any of the scripts that may be missing. */
(() => {
  /** Title, office.js missing, a part of Concord missing, nothing lost, the way on; English stands in the page itself. */
  const texts = {
    de: [
      "Concord konnte nicht starten",
      "Ein Teil von Outlook, den Concord braucht, wurde nicht geladen. Vielleicht sperrt Ihr Netzwerk appsforoffice.microsoft.com.",
      "Ein Teil von Concord wurde nicht geladen. Die Verbindung ist vielleicht langsam oder unterbrochen.",
      "Nichts ist verloren: was Sie vorher beantwortet haben, ist gespeichert.",
      "Noch einmal versuchen",
    ],
    fr: [
      "Concord n’a pas pu démarrer",
      "Une partie d’Outlook dont Concord a besoin n’a pas été chargée. Votre réseau bloque peut-être appsforoffice.microsoft.com.",
      "Une partie de Concord n’a pas été chargée. La connexion est peut-être lente ou interrompue.",
      "Rien n’est perdu : ce que vous avez répondu auparavant est conservé.",
      "Réessayer",
    ],
    es: [
      "Concord no pudo iniciarse",
      "No se cargó una parte de Outlook que Concord necesita. Quizá su red bloquea appsforoffice.microsoft.com.",
      "No se cargó una parte de Concord. Quizá la conexión es lenta o está interrumpida.",
      "No se ha perdido nada: lo que respondió antes está guardado.",
      "Intentar de nuevo",
    ],
    pt: [
      "O Concord não pôde iniciar",
      "Uma parte do Outlook de que o Concord precisa não foi carregada. Talvez sua rede bloqueie appsforoffice.microsoft.com.",
      "Uma parte do Concord não foi carregada. A conexão pode estar lenta ou interrompida.",
      "Nada se perdeu: o que você respondeu antes está guardado.",
      "Tentar de novo",
    ],
    ja: [
      "Concord を開始できませんでした",
      "Concord に必要な Outlook の部品が読み込まれませんでした。ネットワークが appsforoffice.microsoft.com をブロックしている可能性があります。",
      "Concord の一部が読み込まれませんでした。接続が遅いか、途切れている可能性があります。",
      "失われたものはありません。これまでの回答は保存されています。",
      "もう一度試す",
    ],
    ar: [
      "تعذّر بدء Concord",
      "لم يُحمَّل جزء من Outlook يحتاجه Concord. ربما تحجب شبكتك appsforoffice.microsoft.com.",
      "لم يُحمَّل جزء من Concord. ربما الاتصال بطيء أو منقطع.",
      "لم يضع شيء: ما أجبت عنه من قبل محفوظ.",
      "حاول مرة أخرى",
    ],
  };
  const page = document.getElementById("watchdog");
  const officeIsMissing = () => typeof window.Office === "undefined";
  const hasStarted = () => document.getElementById("root").childElementCount > 0;
  const speak = () => {
    const spoken = ["en", ...Object.keys(texts)];
    const language = navigator.languages
      .map((name) => name.slice(0, 2))
      .find((name) => spoken.includes(name));
    if (!texts[language]) return;
    page.lang = language;
    page.dir = language === "ar" ? "rtl" : "ltr";
    ["title", "office", "pane", "kept", "again"].forEach((name, at) => {
      document.getElementById(`watchdog-${name}`).textContent = texts[language][at];
    });
  };
  const show = () => {
    if (hasStarted()) return;
    speak();
    document.getElementById("watchdog-office").hidden = !officeIsMissing();
    document.getElementById("watchdog-pane").hidden = officeIsMissing();
    page.hidden = false;
  };
  document.getElementById("watchdog-again").addEventListener("click", () => location.reload());
  // Scripts are not retried: one that failed has failed, and office.js runs before this one.
  addEventListener("error", (event) => event.target instanceof HTMLScriptElement && show(), true);
  if (officeIsMissing()) show();
  else setTimeout(show, 10_000);
  // It may have been slow only.
  new MutationObserver(() => {
    page.hidden = page.hidden || hasStarted();
  }).observe(document.getElementById("root"), { childList: true });
})();
