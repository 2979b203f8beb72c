import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|links?|reading|coverage|tags|video(?:s)?|items|pages|resources)(?: (?:from|on|about) .{0,40})?)?|if you (?:liked?|enjoyed) .{0,30}(?:like|enjoy|love).{0,20}',
    '(?:leave|post|add|write) (?:a|your)? ?(?:reply|comment|response)s?.*',
    '(?:\\d+ )?(?:comments?|responses?|replies|thoughts? on)(?: \\(?\\d+\\)?)?',
    'more .{0,30}(?:stories|articles|news|posts|coverage)|more (?:from|on|in|about|stories|news|articles|posts|like|to read|reading|coverage).*',
    'about (?:the )?authors?',
    '(?:recent|latest|popular|trending|top|most read|most popular|featured|similar|other|recommended|previous|next|new)(?: (?:articles?|stor(?:y|ies)|posts?|news|videos?|reads?|topics?|headlines|content|now|today|blog posts?|this week))+',
    'trending(?: now)?|most (?:read|popular|viewed|shared)|popular(?: now)?|recommended(?: for you)?|recommendations|editors? picks?|must reads?|latest',
    'you (?:may|might|ll|will|would|could|should|can)(?: also| well)* (?:like|enjoy|love|be interested in|want to read|read|need).*',
    '(?:read|see|check) (?:also|next|more|this next|these next|out also)|also (?:read|on .*|in .*)|up next|what to read next|keep reading|further reading|read next|next up|don t miss|(?:want to )?republish.{0,30}',
    'filed under.*|tags?|tagged.*|topics?|categories|posted in.*|copyright(?: (?:notice|information|c))?(?: \\d{4}.*)?|(?:from )?(?:around|across) the web|from our partners|promoted(?: stories)?',
  ],
  askingHeadings: [
    'share(?: this)?(?: (?:article|story|post|page|entry|on|via|with))*.*|follow us.*|connect with us.*|join (?:us|the (?:conversation|discussion)).*',
    '(?:sign up|subscribe)(?: .*)?|newsletters?|stay (?:informed|connected|in touch|updated|up to date).*|get (?:the|our) (?:latest|newsletter).*',
    'advertisement|sponsored(?: content)?',
  ],
  lines: [
    '(?:this )?audio (?:is|was) (?:created|generated|produced).*|listen to (?:this )?(?:article|story|post).*|(?:this article|this story) (?:is|was) (?:read|voiced) by.*|your browser does not support.*|please enable javascript.*|javascript (?:is|must).{0,80}',
    '(?:sign up|subscribe|register|join)\\b.{0,140}(?:newsletter|inbox|email|e mail|updates|mailing list|channel|free|account|today|here|daily|weekly|telegram|whatsapp).{0,80}',
    '(?:.{0,80} )?(?:download|get|install) .{0,60}\\bapps?\\b.{0,60}|subscribe (?:now|today|here|to)\\b.{0,140}|(?:follow|like) (?:us|me) (?:on|auf)\\b.{0,120}|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).{0,80}|(?:copyright|©) (?:c |by |\\d{4}).{0,120}',
    '(?:updated?|last updated)\\b.{0,40}\\d{4}.{0,12}|.{0,40}(?:affiliate links?|earn (?:a|an) (?:small )?(?:affiliate )?commission|receive (?:a )?commissions?).{0,150}',
    '(?:get started|try (?:it )?(?:for )?free|start (?:your |a )?free trial|buy now|shop now|order now|book (?:now|a demo)|request a (?:demo|quote)|get a (?:free )?(?:quote|demo)|contact us|learn more|find out more|apply now|join now|donate(?: now)?|share this)(?: (?:for free|now|today|here|at .{0,30}|on .{0,20}))?',
    '(?:click|tap) (?:here|on .{0,40}|the .{0,40}) (?:to|for) (?:subscribe|sign up|read more|enlarge|expand|share|view).{0,60}|view (?:gallery|comments|all).{0,20}|show (?:more|less|comments)|load more.{0,20}|see (?:all|more)|view more|read (?:more|full).{0,20}',
  ],
  pointers: [
    "tags?|filed under|topics?|read|see|also read|read also|read more|read next|related|see also|more|watch|more on this|full story|don['’]t miss|recommended|must read|in case you missed it|listen|also see|check out|next|further reading|find out more|learn more|related (?:story|stories|articles?|posts?|coverage|news|reading|links?|content|video|roundup)|buyer['’]s guide|explore more",
  ],
  walls: [
    'to (?:continue|keep) reading|continue reading (?:with|for|by)|(?:subscribe|sign (?:in|up)|register|log ?in) (?:now )?to (?:continue|read|unlock|view|access)|already (?:a )?(?:subscriber|member|subscribed)',
    'this (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive) ?(?:paid |paying |our )?(?:subscribers|members)|for (?:paid|paying) subscribers|subscribers? only|unlock (?:this|the full) (?:article|story)|read the (?:full|rest of the) (?:article|story) (?:with|by)',
  ],
  credits: [
    '\\b(?:can|may) be (?:reached|contacted|followed)\\b|\\breach (?:the reporters?|him|her|them|me|us)\\b|\\bcontact (?:the (?:reporter|writer|author)s?|him|her|me|us)\\b',
    '\\bfollow (?:him|her|them|us|me|@?\\w+(?: \\w+)?) (?:on|@|at|:)|\\bfollow AP\\b|\\bon (?:Twitter|X|Instagram|Bluesky|Threads|Mastodon|Facebook)\\b.{0,20}@\\w+',
    '\\b(?:contributed (?:to|reporting)|reporting by|additional reporting|edited by|editing by|written by|translated by|compiled by)\\b',
    '^\\W*(?:©|copyright|citation:|this (?:document|material|article|story|post|piece|column|essay|content) (?:is|was|has been|may|first|originally|appeared|appears)\\b|the views? expressed|views expressed|disclaimer|disclosure|opinions expressed)',
    "\\b(?:is|was|are) (?:a|an|the) (?:[\\w&'’.-]+ ){0,6}(?:reporter|correspondent|editor|writer|columnist|journalist|freelancer|contributor|author|producer|professor|fellow|analyst|lecturer|photographer|blogger|podcaster|founder|co-founder|strategist|consultant)s?\\b",
    "\\b(?:sign up|subscribe|register now|join our|support our|donate|become an? (?:[\\p{L}'’-]+ ){0,3}(?:member|subscriber|supporter|patron))\\b|\\bnewsletters?\\b",
    '\\b(?:send|submit) (?:us )?(?:your )?(?:tips?|letters?|feedback|a tip)\\b|\\bgot a (?:tip|story)\\b|\\bhave a (?:tip|story|question|correction)\\b|\\be-?mail\\b.{0,60}@',
  ],
};
