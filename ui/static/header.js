// The page's head: title, the word "claimed", the day of knowledge, and a link to this very view.

/** Fill the head and wire the copy button. */
export default function (component) {
  const { data, parentElement } = component;
  const get = (name) => parentElement.querySelector(`.${name}`);
  get("title").textContent = data.title;
  get("note").textContent = data.note;
  get("known").textContent = data.known;
  get("head").classList.toggle("past", !data.today);
  const share = get("share");
  share.onclick = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      share.textContent = "Link copied";
    } catch {
      share.textContent = "Not allowed here: copy the address itself";
    }
    window.setTimeout(() => { share.textContent = "Copy link to this view"; }, 2000);
  };
}
