type Cases = readonly (readonly [lang: string, text: string, ...speakers: (string | null)[]])[];

/** Invented sentences by what stands between a quote, its verb and its subject: each with the speakers of its quotes. */
export const byConstruction: Readonly<Record<string, Cases>> = {
  'adverbs, and what prepositions hold, between the verb and its subject': [
    ['it', '«Il porto resta chiuso», ha spiegato ancora Carlo Ferrua.', 'Carlo Ferrua'],
    ['fr', '« Le port reste fermé », a expliqué à l’AFP Nadège Corvin, une habitante.', 'Nadège Corvin'],
  ],
  'the object in front of the verb': [
    ['fr', 'Jules Corvin s’indigne : « Le port reste fermé. »', 'Jules Corvin'],
    ['it', 'Anche Carlo Ferrua si lamenta: «È stato un errore del porto».', 'Carlo Ferrua'],
  ],
  'several words that report together': [
    ['it', '«Il porto resta chiuso», ha fatto sapere Carlo Ferrua.', 'Carlo Ferrua'],
    ['fr', '« Le port reste fermé », a fait savoir Jules Corvin.', 'Jules Corvin'],
  ],
  'the sentence behind the quote, and a noun for words in front of it': [
    [
      'it',
      '«Siamo uniti da sempre». Lo ha detto il sindaco di Selva, Carlo Ferrua, alla festa.',
      'Carlo Ferrua',
    ],
    ['it', 'Il commento del sindaco Carlo Ferrua: «Siamo uniti da sempre».', 'Carlo Ferrua'],
  ],
  'a surname of two words before the full name': [
    [
      'it',
      'Le Guern attacca: «È una decisione politica». Solène Le Guern ha lasciato l’aula.',
      'Solène Le Guern',
    ],
  ],
  'whoever has just spoken goes on where the next clause names nobody': [
    [
      'it',
      'Carlo Ferrua ha detto: «Il porto resta chiuso». E aggiunge: «Non so per quanto».',
      'Carlo Ferrua',
      'Carlo Ferrua',
    ],
    [
      'fr',
      'Jules Corvin a dit : « Le port reste fermé. » Et d’ajouter : « Je ne sais pas jusqu’à quand. »',
      'Jules Corvin',
      'Jules Corvin',
    ],
  ],
  'a participle between commas is no clause of a speaker': [
    ['fr', '« Le bateau, lancé avec force, a rompu la digue », a indiqué Jules Corvin.', 'Jules Corvin'],
  ],
  'somebody speaks after all': [
    ['uk', 'У порту Назар Вітер сказав: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
  ],
  'behind a place the subject follows its verb': [
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
    ['uk', 'У порту сказав Назар Вітер: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['es', 'En el puerto dijo Olaf Renero: «Nadie nos preguntó».', 'Olaf Renero'],
    ['it', 'Al porto ha detto Olaf Reneri: «Nessuno ce lo ha chiesto».', 'Olaf Reneri'],
    ['pl', 'W porcie powiedział Tomasz Bergman: „Statki wrócą w maju”.', 'Tomasz Bergman'],
    ['fr', 'Au port, a dit Olaf Renaud : « Personne ne nous a demandé. »', 'Olaf Renaud'],
  ],
  'by the opinion of him or her (jego zdaniem)': [
    [
      'pl',
      'Marta Lindowska przyszła rano. Jej zdaniem most „nie wytrzyma kolejnej zimy”.',
      'Marta Lindowska',
    ],
    ['pl', 'Tomasz Bergman kieruje portem. Jego zdaniem „statki wrócą dopiero w maju”.', 'Tomasz Bergman'],
  ],
  'a subject behind whom it was said to': [
    ['es', '“El muelle cerrará en mayo”, dijo a la agencia Faro Mara Solano.', 'Mara Solano'],
    ['pt', '"O cais fecha em maio", disse à agência Faro Duarte Falcão.', 'Duarte Falcão'],
  ],
  'a subject behind when it was said': [
    ['es', '“El muelle cerrará en mayo”, anunció este jueves la alcaldesa Mara Solano.', 'Mara Solano'],
    ['pt', '"O cais fecha em maio", anunciou esta quinta-feira o pescador Duarte Falcão.', 'Duarte Falcão'],
  ],
  'a body that words come from': [
    [
      'es',
      '“El muelle cerrará en mayo”, aseguran desde la Cofradía de Pescadores.',
      'Cofradía de Pescadores',
    ],
  ],
  'a noun with its adjective': [
    ['es', '“El muelle ardió toda la noche”, señalan fuentes policiales.', 'fuentes policiales'],
  ],
  'somebody known by an age or a role alone': [
    ['de', '„Das stimmt so nicht“, sagte der 44-Jährige.', 'der 44-Jährige'],
    ['da', '»Det passer ikke helt,« siger den 20-årige og går.', 'den 20-årige'],
    ['sv', '– Det stämmer inte alls, säger 15-åringen.', '15-åringen'],
    ['nl', '‘Dat klopt helemaal niet’, zegt de 44-jarige.', 'de 44-jarige'],
    ['de', '„Das stimmt so nicht“, erklärte der Angeklagte zu Beginn der Sitzung.', 'der Angeklagte'],
    ['tr', '“Köprü kapalı kalacak ve kimse geçmeyecek” diyen sanık bir açıklama yaptı.', 'sanık'],
  ],
  'a name behind a genitive': [
    ['de', '„Das stimmt so nicht“, sagte Hamborns Jonas Wieck.', 'Jonas Wieck'],
    ['da', '»Det passer ikke helt,« siger Havnepartiets Karen Lund.', 'Karen Lund'],
    [
      'da',
      '»Det passer ikke helt,« siger HPs integrations- og havneordfører.',
      'HPs integrations- og havneordfører',
    ],
  ],
  'a name with a rank, a calling or a body beside it': [
    ['nl', '‘Dat klopt helemaal niet’, zegt Jan Timmers van de Vrije Universiteit Havendam.', 'Jan Timmers'],
    ['uk', '«Це не зовсім так», сказав тренер Бойчук.', 'Бойчук'],
    ['pl', '„Most zamkniemy na wiosnę”, powiedziała insp. Lis.', 'Lis'],
    ['pl', 'Rano przyszła trenerka Sroka. „Most jest zamknięty aż do wiosny”, powiedziała.', 'Sroka'],
    ['pl', 'Rano przyszedł trener Sroka. „Most jest zamknięty aż do wiosny”, powiedział.', 'Sroka'],
  ],
  'what a preposition holds is no subject': [
    [
      'pl',
      'Wicepremier Jan Sroka w rozmowie z gazetą skomentował: „Most zamkniemy dopiero na wiosnę”.',
      'Jan Sroka',
    ],
  ],
};
