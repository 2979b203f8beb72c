/** Invented English texts whose quotation marks hold nobody's words, by kind. */
export const noQuotes: Readonly<Record<string, readonly string[]>> = {
  'titles of works': [
    'Her novel “The Long Pier” sold well.',
    'Her 2019 book, “Walls and Water,” has three hundred pages.',
    'The children sang “Ring the Bell” and went home.',
    'The album “Salt in the Wind” was made in a shed.',
  ],
  nicknames: [
    'Olaf “Net” Renner owns two boats.',
    'The boxer Tomas “The Wall” Berg retired.',
    'Emil “Stone” Sander wrote the guide.',
    'Sister Maria "Bell" Lind rang it.',
  ],
  'words held at a distance': [
    'The ship is a so-called “butter boat” of the old kind.',
    'The “experts” had never seen the sea.',
    'The word “pier” is older than the town.',
    'The term “slack water” is known to every child.',
  ],
  'names and labels': [
    'The boat “Wilhelmine” lay at the quay.',
    'The class “Small Boats” was won by a child.',
    'He ordered the “Fisherman’s Plate” twice.',
    'Room “B” was empty.',
  ],
};
