"""Stock phrases of whole pages, as patterns: pictures, comments, links to other articles, rows of tables."""

from __future__ import annotations

# Rows of lists and tables that say something: "12) Something", "Spain (Group F): Eleventh time", "15 Newman 22 0 3".
ROW = r"\d{1,3}[).] \S|[^:*•]{3,60}: \w.{2,}|(?:\d{1,3} )?[^\d]{3,40}(?: [\d.,%-]+){3,}$|[^\d]{3,30} \d+ [a-z]{4,12}\b"
TALK = r"\b(?:reply|replies|votes?|rating|ago|report|flag|likes?|upvote|permalink|antworten|r.pondre|responder)\b"
PICTURE = (
    r"\b(?:photo|image|picture|foto|bild|getty|reuters|shutterstock|ap photo|afp|illustration|credit|courtesy of|"
    r"istock)\b|\((?:[A-Z][\w.]+/){1,3}[\w. ]+\)$"
)
COMMENTS = (
    r"\W*(?:(?:\d+|top|best|rated|view|all|show|see|read|reader|user|latest|recent|add|post)\W{1,2}){0,3}"
    r"(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|responses?|replies|"
    r"leave a (?:reply|comment)|join the (?:conversation|discussion)|what do you think|discussion|"
    r"комментарии|コメント|评论)(?!\w)"
)
# Headings of what follows an article: links to others, comments, forms.
CUE = (
    r"\W*(?:related|more (?:from|on|in|stories|news)|most (?:read|popular|viewed|commented|shared)|recommended|"
    r"you (?:may|might) (?:also|like)|read (?:more|next|also)|see also|also (?:read|see|on)|don.t miss|up next|"
    r"next article|trending|popular|latest|top stories|share (?:this|on)|follow|tags?|topics?|filed under|"
    r"about the author|newsletter|subscribe|sign up|comments?|leave a|\d+ comments?|join the|editor.?s picks|"
    r"what to read|sponsored|advert|promoted|around the web|from the web|like this|report (?:a|this)|contact|"
    r"mehr (?:zum|aus|von)|(?:am )?meist|kommentare?|artikel|weitere|schlagw|themen?|lesen sie|auch interessant|"
    r"verwandte|ähnliche|empfehl|empfohlen|das könnte|aktuelle|neueste|beliebt|anzeige|teilen|à lire|lire aussi|"
    r"sur le même|commentaires?|partager|articles? (?:liés|les plus)|lea también|le puede|más (?:leíd|noticias|en)|"
    r"comentarios?|etiquetas|leia (?:mais|também)|mais lidas|veja|leggi anche|correlati|commenti|lees ook|meer|"
    r"читайте|комментарии|похожие|по теме|смотрите)(?!\w)"
    r"|\W*(?:関連|検索|カテゴリ|人気|おすすめ|コメント|最新|相关|推荐|评论|热门|اقرأ|مواضيع|التعليقات|관련|댓글)"
)
SITE_TALK = (
    r"\b(?:cookies?|newsletters?|subscri(?:be|bers?|ption)|sign(?:ed)? up|log ?in|password|inbox|e-?mail address|"
    r"privacy policy|terms of (?:use|service)|all rights reserved|copyright|©|javascript|browser|advertis|"
    r"unsubscribe|follow us|facebook|twitter|instagram|whatsapp|app store|"
    r"datenschutz|anmelden|abonnieren|registrieren|impressum)"
)
