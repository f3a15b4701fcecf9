/**
 * How call trackers of the jQuery age change a page, re-created from what is known of an old public copy of one: at
 * DOM ready for the source's number and again when the server has answered for the visit's, every element of the page
 * is taken for each number, and its attributes and texts are searched for each way of writing it.
 */
export const legacyScan = `(function () {
  var pairs = [["4155550100", "4155550111"], ["4155550111", "4155550123"]];
  var formats = ["($1) $2-$3", "$1-$2-$3", "$1.$2.$3", "$1 $2 $3", "$1$2$3", "+1$1$2$3"];
  function write(digits, format) { return digits.replace(/(\\d{3})(\\d{3})(\\d{4})/, format); }
  function escape(text) { return text.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&"); }
  function swap(pair) {
    formats.forEach(function (format) {
      var from = new RegExp(escape(write(pair[0], format)), "g");
      var to = write(pair[1], format);
      document.querySelectorAll("body *").forEach(function (element) {
        if (/^(script|style|textarea)$/i.test(element.tagName)) return;
        ["href", "title", "alt"].forEach(function (name) {
          var value = element.getAttribute(name);
          if (value && from.test(value)) element.setAttribute(name, value.replace(from, to));
        });
        for (var index = 0; index < element.childNodes.length; index++) {
          var node = element.childNodes[index];
          if (node.nodeType === 3 && from.test(node.nodeValue)) node.nodeValue = node.nodeValue.replace(from, to);
        }
      });
    });
  }
  function begin() {
    swap(pairs[0]);
    var request = new XMLHttpRequest();
    request.open("POST", "/sink/session");
    request.onload = function () { swap(pairs[1]); };
    request.send("{}");
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();`;
