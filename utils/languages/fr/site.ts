import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in French ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'bulletin d information', 'bulletin hebdomadaire', 'infolettre*', 'l essentiel de l actualité',
    'la lettre de', 'la lettre du', 'lettre d information*', 'lettre hebdomadaire', 'lettre quotidienne',
    'liste de diffusion', 'newsletter*', 'nos lettres', 'notre lettre', ],
  ask: [
    '^abonnez vous', '^cet article vous a plu', '^cliquez ici pour vous', '^commencez la journée', '^découvrez la lettre', '^découvrez notre', '^entrez votre', '^envie d autres', '^envie de plus', '^envie de recevoir', '^gagnez', '^indiquez votre', '^inscription', '^inscris toi', '^inscrivez vous', '^je m abonne', '^je m inscris', '^je reçois', '^je souhaite recevoir', '^l essentiel de', '^laissez votre', '^ne manquez', '^ne ratez', '^pour ne rien manquer', '^pour recevoir', '^pour rester informé', '^recevez', '^recevoir', '^reçois', '^rejoignez', '^restez connecté*', '^restez informé*', '^s inscrire', '^saisissez votre', '^suivez l actualité', '^tenez vous informé*', '^vous avez aimé', '^vous souhaitez recevoir', '^vous voulez plus', 'abonnez vous ici', 'aidez nous à', 'cliquez ici pour s abonner', 'inscrivez vous à', 'inscrivez vous ici',
  ],
  signUp: ['abonne', 'abonner', 'abonnez', 'inscription', 'inscrire', 'inscrivez', 'recevez'],
  inbox: [
    'boîte de réception', 'chaque jour par', 'dans votre boîte', 'dans votre messagerie', 'directement par',
    'par courriel', 'par e mail', 'par email', 'par mail', 'sur votre boite mail', 'vous les envoient'],
  subscribe: [
    '^je m abonne', 'abonnez vous à partir', 'abonnez vous dès', 'abonnez vous et', 'abonnez vous maintenant', 'abonnez vous pour', 'abonnez vous$', 'adhérez', 'choisir mon offre', 'découvrez nos offres', 'découvrir l offre', 'découvrir nos offres', 'déjà abonné', 'devenez abonné', 'devenez membre', 'devenir abonné', 'devenir membre', 'essai gratuit', 'essayez gratuitement', 'essayez l abonnement', 'j achète', 'je m abonne à', 'je m abonne$', 'mois offert', 'nos … abonnés', 'nos offres d abo*', 'offre d abonnement', 'offre découverte', 'offres d abonnement', 'pas encore abonné', 'profiter de l offre', 'rejoignez … abonnés', 'rejoignez nous', 's abonner à partir', 's abonner au', 's abonner pour', 's abonner$', 'soyez le premier abonné', 'tester gratuitement', 'un mois offert', 'voir les offres', 'voir nos offres',
  ],
  offer: [
    '^en savoir plus$', '1er mois', 'à partir de 1', 'abonnement$', 'abonnements$', 'accès complet', 'accès illimité', 'édition abonnés', 'en illimité', 'le premier mois', 'par an', 'par mois', 'par semaine', 'résiliable*', 'sans engagement', 'sur tous vos', 'tous nos articles',
  ],
  donate: [
    '^donnez', '^je donne', '^soutenez', '^soutenir', 'aidez nous', 'association … lecteurs', 'contribuez', 'dépendons de', 'en faisant un don', 'faire un don', 'faites un don', 'financé par nos lecteurs', 'financé par ses lecteurs', 'grâce à vos dons', 'je fais un don', 'lecteurs comme vous', 'nous avons besoin de vous', 'nous soutenir', 'payé par ses lecteurs', 'si vous aimez notre', 'soutenez l', 'soutenez le', 'soutenez notre', 'soutenez nous', 'soutenez un', 'soutenir notre', 'soutiens', 'vos dons', 'votre contribution', 'votre don', 'votre soutien',
  ],
  gift: [
    'carte bancaire', 'contribution*', 'déductible', 'défiscalis*', 'don$', 'dons', 'journalisme indépendant',
    'média indépendant', 'notre indépendance', 'paypal', 'presse indépendante', 'sans publicité', 'un don',
    'votre don',
  ],
  app: [
    'dans l app', 'dans l appli*', 'dans l application', 'disponible sur google play', 'disponible sur l app store', 'l appli$', 'l application$', 'lire dans l application', 'notre appli', 'notre application', 'ouvrir dans l application', 'télécharger l appli', 'télécharger l appli*', 'télécharger l application', 'télécharger notre', 'téléchargez l appli', 'téléchargez l appli*', 'téléchargez l application',
  ],
  push: [
    'activer les alertes', 'activer les notifications', 'activez les alertes', 'activez les notifications',
    'alertes info', 'autoriser les notifications', 'notifications push', 'recevez des notifications',
    'recevez nos alertes', 'recevoir les alertes', 'recevoir les notifications',
  ],
  formNote: [
    '^adresse$', '^confirmer$', '^continuer$', '^envoyer$', '^fermer$', '^je découvre$', '^je m abonne$', '^je m inscris$', '^me rappeler plus tard$', '^nom$', '^non merci$', '^non$', '^ok$', '^oui$', '^plus tard$', '^prénom$', '^s abonner$', '^s inscrire gratuitement$', '^s inscrire$', '^se connecter$', '^valider$', 'à tout moment', 'adresse e mail', 'adresse email', 'adresse mail', 'adresse valide', 'champ obligatoire', 'champ requis', 'champs obligatoires', 'conditions générales', 'désabonner', 'désinscription', 'données personnelles', 'e mail de confirmation', 'email invalide', 'email non valide', 'en vous inscrivant', 'inscription confirmée', 'mentions légales', 'merci de confirmer', 'merci de votre inscription', 'merci pour votre inscription', 'pas de spam', 'politique de confidentialité', 'se désinscrire', 'vos données', 'votre adresse', 'votre courriel', 'votre e mail', 'votre email', 'votre mail', 'vous désabonner', 'vous désinscrire', 'vous êtes abonné', 'vous pouvez vous',
  ],
  follow: [
    '^abonnez vous à notre chaîne', '^ajoutez … favoris', '^rejoignez … sur whatsapp', '^rejoignez nous sur',
    '^réseaux sociaux$', '^retrouvez nous sur', '^suivez', '^suivre', '^sur google actualités',
    'canal telegram', 'canal whatsapp', 'chaîne whatsapp', 'chaîne youtube',
  ],
  share: [
    '^copier le lien', '^envoyer à un ami', '^envoyer par', '^imprimer$', '^partage$', '^partager cet',
    '^partager sur', '^partager$', '^partagez', '^tweeter$',
  ],
  related: [
    '^à découvrir', '^à écouter', '^à la une', '^à lire', '^à ne pas manquer', '^à voir',
    '^ailleurs sur le web', '^article précédent', '^article suivant', '^articles les plus lus',
    '^articles liés', '^articles similaires', '^contenus sponsorisés', '^dans la même',
    '^dernières actualités', '^derniers articles', '^dossier$', '^du même auteur', '^en direct$',
    '^en relation', '^le fil info', '^lecture$', '^les + lus', '^les dernières', '^les derniers articles',
    '^les plus', '^lire aussi', '^lire également', '^lire la suite', '^lire plus', '^lire$', '^lisez aussi',
    '^nos articles', '^nos derniers', '^nos recommandations', '^plus d articles', '^plus de', '^plus sur',
    '^pour aller plus loin', '^recommandé*', '^sur ce thème', '^sur le même', '^sur le web', '^voir aussi',
    '^voir plus', '^vous aimerez', '^vous pourriez aussi',
  ],
  comments: [
    '^ajouter un commentaire', '^commentaire$', '^commentaires$', '^écrire un commentaire',
    '^laisser un commentaire', '^laissez un commentaire', '^publier un', '^réactions$', '^réagir',
    '^réagissez', '^voir les commentaires', 'poster un commentaire', 'votre message$',
  ],
  adLabel: [
    '^annonce$', '^article sponsorisé', '^contenu partenaire', '^contenu sponsorisé$', '^la suite après',
    '^la suite de l article', '^partenaire$', '^pub$', '^publicité$', '^sponsorisé$',
    '^suite de l article après',
  ],
  wall: [
    'accéder gratuitement', 'article réservé', 'cet article est réservé', 'créer un compte',
    'créer votre compte', 'créez un compte', 'créez votre compte', 'il vous reste', 'pour accéder',
    'pour continuer à lire', 'pour continuer la lecture', 'pour lire cet article', 'pour lire la suite',
    'pour poursuivre la lecture', 'réservé à nos abonnés', 'réservé aux abonnés',
  ],
  adBlocker: ['adblock*', 'bloqueur de pub*', 'bloqueurs de pub*'],
  login: ['identifiant*', 'mot de passe'],
  consent: ['continuer sans accepter', 'cookies', 'tout accepter', 'tout refuser'],
  account: [
    '^connexion$', '^déconnexion$', '^mon compte', '^mon profil', '^profil$', '^s identifier$',
    '^se déconnecter$', 'se connecter$',
  ],
  menu: [
    '^accueil$', '^aller au contenu', '^contact$', '^économie$', '^fermer le menu', '^menu$', '^météo$',
    '^navigation$', '^ouvrir le menu', '^plan du site$', '^politique$', '^recherche$', '^rechercher$',
    '^rubriques$', '^sections$', '^sports$',
  ],
  pageNote: [
    '^audio généré par', '^ce résumé a été généré', '^cet article a été traduit automatiquement',
    '^cet article est lu par', '^cet audio a été généré', '^cet audio est généré', '^contenu généré par ia',
    '^lecture générée par', '^lu par une voix de synthèse', '^résumé généré par', '^traduit automatiquement',
    '^voix de synthèse',
  ],
  own: ['nos', 'notre', 'nous'],
};

/** Boilerplate around articles on sites in French. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    '(?:plus|voir) (?:d articles|aussi).*',
    'à lire (?:aussi|également|ensuite).*',
    'articles? (?:liés|similaires|récents|recommandés|connexes).*',
    'commentaires?(?: .*)?',
    'dans la même rubrique',
    'laisser un commentaire.*',
    'les plus lus',
    'lire (?:aussi|également).*',
    'partager.*',
    'sur le même (?:sujet|thème)',
    'vos commentaires',
  ],
  pointers: [
    '(?:[àa] lire(?: aussi| également)?|(?:lire|voir) (?:aussi|également)|lire la suite)(?: (?:sur|dans|chez) \\S{2,30})?',
    'notre dossier',
  ],
  walls: ['il vous reste .{1,12}% de cet article', 'pour lire la suite', 'réservé (?:à nos|aux) abonnés'],
  notices: [
    '(?:cet article|ce résumé|cette traduction) .{0,30}\\b(?:généré|rédigé|traduit|créé|résumé|lu)e? .{0,30}\\b(?:IA|intelligence artificielle|automatiquement|voix de synthèse)\\b',
    '(?:connectez-vous|identifiez-vous) pour (?:voter|réagir|commenter|enregistrer|suivre)\\b',
    'article (?:enregistré|sauvegardé|ajouté)\\b',
    'ce contenu est bloqué\\b|pour (?:voir|afficher) ce contenu\\b',
  ],
  credits: [
    "^\\W*(?:traduit de l['’]\\S+(?: \\([^)]*\\))? par|traduction\\s*:)(?: [^\\s,;]+){1,5}$",
    "^\\W*avec (?:l['’])?(?:afp|reuters|ap|agences?)(?:(?:,| et) \\S+){0,3}\\W*$",
  ],
};
