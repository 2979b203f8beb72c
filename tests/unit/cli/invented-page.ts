/** A page of an invented paper, with what begs in it. */
export const LOCK_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Lock gates open again in May | Skerry Courier</title>
<link rel="canonical" href="https://skerrycourier.example/2026/lock-gates-open">
<meta property="og:type" content="article"><meta property="og:title" content="Lock gates open again in May">
<meta property="og:site_name" content="Skerry Courier"><meta name="author" content="Ines Varga">
<meta property="article:published_time" content="2026-04-30T08:00:00Z"></head><body>
<article><h1>Lock gates open again in May</h1><p class="byline">By Ines Varga</p>
<p>The harbour of Skerry opens its lock gates again on the fourth of May, after a winter in which no boat has
passed them and the council has met eleven times about the silt in front of them.</p>
<p>“We waited long enough,” said Tilde Arnholt, the harbour master, who has counted the boats that turned
away. “Whoever comes in May will find the water where it belongs.”</p>
<p>Bo Lindgren, a pilot, was less sure. “The silt does not read the minutes of the council,” he said on the
quay, where some forty people had come to see the gates move for the first time since the autumn storms.</p>
<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>Get the harbour news in your inbox every morning.</p>
<form action="/subscribe"><input type="email" name="email" placeholder="Your email"><button>Sign up</button></form></div>
<p>The council has set aside money for dredging until the summer, and its treasurer has asked the fishermen
to say by the end of the month how deep their boats go when they come home loaded with mackerel.</p>
<noscript><p>“Switch scripts on,” said nobody at all.</p></noscript>
<script>document.body.textContent = 'The page ran its script.'</script>
</article></body></html>`;
