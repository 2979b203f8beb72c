import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'abgeordnete', 'abgeordneter', 'anwalt', 'anwältin', 'außenminister', 'außenministerin', 'autor',
    'autorin', 'bischof', 'botschafter', 'botschafterin', 'bundeskanzler', 'bundeskanzlerin',
    'bundespräsident', 'bundestrainer', 'bundestrainerin', 'bürgermeister', 'bürgermeisterin', 'chef',
    'chefin', 'direktor', 'direktorin', 'dr', 'experte', 'expertin', 'frau', 'general', 'generalsekretär',
    'geschäftsführer', 'geschäftsführerin', 'gouverneur', 'gouverneurin', 'herr', 'intendant', 'intendantin',
    'kanzler', 'kanzlerin', 'kapitän', 'kardinal', 'kommissar', 'kommissarin', 'könig', 'königin', 'landrat',
    'landrätin', 'leiter', 'leiterin', 'manager', 'managerin', 'minister', 'ministerin', 'ministerpräsident',
    'ministerpräsidentin', 'oberbürgermeister', 'oberbürgermeisterin', 'ökonom', 'ökonomin', 'papst',
    'pfarrer', 'pfarrerin', 'präses', 'präsident', 'präsidentin', 'pressesprecher', 'pressesprecherin',
    'prof', 'professor', 'professorin', 'regisseur', 'regisseurin', 'rektor', 'rektorin', 'richter',
    'richterin', 'senator', 'senatorin', 'sportdirektor', 'sprecher', 'sprecherin', 'staatsanwalt',
    'staatsanwältin', 'stadtrat', 'stadträtin', 'trainer', 'trainerin', 'verteidigungsminister',
    'verteidigungsministerin', 'vize', 'vizekanzler', 'vizekanzlerin', 'vorsitzende', 'vorsitzender',
  ],
  titlesHe: [
    'bundeskanzler', 'bürgermeister', 'direktor', 'herr', 'kanzler', 'könig', 'minister', 'papst',
    'präsident', 'sprecher',
  ],
  titlesShe: [
    'außenministerin', 'bundeskanzlerin', 'bürgermeisterin', 'chefin', 'direktorin', 'frau', 'intendantin',
    'kanzlerin', 'königin', 'landrätin', 'ministerin', 'präsidentin', 'pressesprecherin', 'regisseurin',
    'sprecherin', 'stadträtin', 'trainerin', 'vorsitzende',
  ],
  personNouns: [
    'anwohner', 'architekt', 'architektin', 'arzt', 'ärztin', 'augenzeuge', 'augenzeugin', 'bäcker',
    'bäckerin', 'bauer', 'bäuerin', 'beamter', 'beamtin', 'besitzer', 'besitzerin', 'betreiber',
    'betreiberin', 'bewohner', 'biologe', 'biologin', 'bruder', 'dichter', 'dichterin', 'ehefrau', 'ehemann',
    'fahrer', 'fahrerin', 'feuerwehrmann', 'fischer', 'fischerin', 'forscher', 'forscherin', 'frau', 'freund',
    'freundin', 'geologe', 'geologin', 'gewerkschafter', 'gründer', 'gründerin', 'historiker', 'historikerin',
    'ingenieur', 'ingenieurin', 'inhaber', 'inhaberin', 'intendant', 'intendantin', 'journalist',
    'journalistin', 'kollege', 'kollegin', 'kommissar', 'künstler', 'künstlerin', 'lehrer', 'lehrerin',
    'maler', 'malerin', 'mann', 'mitarbeiter', 'mitarbeiterin', 'musiker', 'musikerin', 'mutter', 'nachbar',
    'nachbarin', 'offizier', 'offizierin', 'pilot', 'pilotin', 'politiker', 'politikerin', 'polizist',
    'polizistin', 'psychologe', 'psychologin', 'regisseur', 'regisseurin', 'reporter', 'reporterin', 'sänger',
    'sängerin', 'schauspieler', 'schauspielerin', 'schriftsteller', 'schriftstellerin', 'schwester', 'sohn',
    'soldat', 'soldatin', 'soziologe', 'soziologin', 'spieler', 'spielerin', 'stadtrat', 'stadträtin',
    'student', 'studentin', 'tochter', 'tourist', 'touristin', 'unternehmer', 'unternehmerin', 'vater',
    'wirt', 'wirtin', 'wissenschaftler', 'wissenschaftlerin', 'zeuge', 'zeugin',
  ],
  personNounsHe: [
    'arzt', 'bauer', 'bruder', 'ehemann', 'förster', 'freund', 'ingenieur', 'intendant', 'künstler', 'lehrer',
    'mann', 'nachbar', 'regisseur', 'sänger', 'schauspieler', 'sohn', 'vater',
  ],
  personNounsShe: [
    'ärztin', 'autorin', 'ehefrau', 'forscherin', 'frau', 'freundin', 'historikerin', 'ingenieurin',
    'intendantin', 'künstlerin', 'lehrerin', 'mutter', 'nachbarin', 'regisseurin', 'sängerin',
    'schauspielerin', 'schwester', 'tochter',
  ],
  personEndings: [
    'anwalt', 'anwältin', 'arzt', 'ärztin', 'beauftragte', 'beauftragter', 'berater', 'beraterin', 'chef',
    'chefin', 'direktor', 'direktorin', 'experte', 'expertin', 'fahrer', 'fahrerin', 'forscher', 'forscherin',
    'führer', 'führerin', 'händler', 'händlerin', 'hüter', 'hüterin', 'ingenieur', 'ingenieurin', 'kämpfer',
    'kämpferin', 'kanzler', 'kommissar', 'kommissarin', 'leiter', 'leiterin', 'meister', 'meisterin',
    'minister', 'ministerin', 'politiker', 'politikerin', 'präsident', 'präsidentin', 'regisseur',
    'regisseurin', 'schüler', 'schülerin', 'sekretär', 'sekretärin', 'spieler', 'spielerin', 'sprecher',
    'sprecherin', 'träger', 'trägerin', 'trainer', 'trainerin', 'vorsitzende', 'vorsitzender', 'wart',
    'wartin', 'wissenschaftler', 'wissenschaftlerin', 'züchter', 'züchterin',
  ],
  groupNouns: [
    'behörde', 'fraktion', 'gericht', 'gewerkschaft', 'kommission', 'ministerium', 'opposition', 'partei',
    'polizei', 'regierung', 'unternehmen', 'verband',
  ],
};
