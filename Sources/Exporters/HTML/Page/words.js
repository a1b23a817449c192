// The words of the page in its two languages.

const words = JSON.parse(byId("words").textContent);
let language = 0; // 0 is Arabic, 1 is English: the place of a word in its pair.

// The word of a key; {n} and {m} become numbers. A key without a word is shown as it is.
function word(key, n, m) {
  const pair = Object.hasOwn(words, key) ? words[key] : null;
  const text = pair ? pair[language] : key;
  return n === undefined ? text : text.replace("{n}", n).replace("{m}", m);
}

function isArabic() {
  return language === 0;
}

// The name of a record in the language of the page, where it has one.
function nameOf(record) {
  return language === 1 && record.name_en ? record.name_en : record.name;
}

// Puts the words of the page's own elements into the language of the page.
function translatePage() {
  document.documentElement.lang = isArabic() ? "ar" : "en";
  document.documentElement.dir = isArabic() ? "rtl" : "ltr";
  document.title = (isArabic() ? "إسناد: " : "Isnad: ") + word("title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
  const labels = {
    contents: "contents", filters: "filters", "time-box": "timeline.list", "article-box": "article.list",
    "matrix-box": "matrix", "table-box": "events", years: "timeline.years", reader: "article",
  };
  for (const [id, key] of Object.entries(labels)) byId(id).setAttribute("aria-label", word(key));
  const button = byId("language");
  button.textContent = word("language");
  button.lang = isArabic() ? "en" : "ar";
}
