import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, infolettre*, lettre d information*, lettre hebdomadaire, lettre quotidienne,
    liste de diffusion, bulletin d information, notre lettre, nos lettres, la lettre de, la lettre du,
    bulletin hebdomadaire, l essentiel de l actualité`,
  ask: `
    ^inscrivez vous, ^inscris toi, ^s inscrire, ^inscription, ^je m inscris, ^recevez, ^recevoir,
    ^je souhaite recevoir, ^je m abonne, ^ne manquez, ^ne ratez, ^restez informé*, ^restez connecté*,
    ^pour rester informé, ^pour ne rien manquer, ^entrez votre, ^saisissez votre, ^indiquez votre,
    ^cet article vous a plu, ^vous avez aimé, inscrivez vous à, ^gagnez, ^abonnez vous,
    ^découvrez la lettre, ^découvrez notre, ^suivez l actualité, ^l essentiel de, ^tenez vous informé*,
    ^rejoignez, ^je reçois, ^reçois, ^pour recevoir, ^envie de recevoir, ^vous souhaitez recevoir,
    ^cliquez ici pour vous, inscrivez vous ici, cliquez ici pour s abonner, abonnez vous ici`,
  signUp: `
    inscrivez, inscrire, inscription, abonnez, abonner, abonne, recevez`,
  inbox: `
    par email, par e mail, par mail, par courriel, dans votre boîte, dans votre messagerie,
    sur votre boite mail, boîte de réception, directement par, chaque jour par`,
  subscribe: `
    abonnez vous à partir, abonnez vous dès, abonnez vous pour, abonnez vous$, s abonner à partir,
    s abonner au, s abonner$, je m abonne$, j achète, pas encore abonné, découvrez nos offres,
    voir les offres, nos offres d abo*, offre découverte, offre d abonnement, offres d abonnement,
    déjà abonné, soyez le premier abonné, devenez membre, abonnez vous et, abonnez vous maintenant,
    s abonner pour, je m abonne à, profiter de l offre, tester gratuitement, essayez gratuitement,
    essai gratuit, devenir abonné, devenir membre, devenez abonné, rejoignez nous, adhérez,
    découvrir l offre, découvrir nos offres, voir nos offres`,
  offer: `
    en illimité, accès illimité, sans engagement, par mois, le premier mois, 1er mois, à partir de 1,
    abonnements$, abonnement$, édition abonnés, ^en savoir plus$, par semaine, par an, résiliable*,
    accès complet, tous nos articles`,
  donate: `
    faites un don, faire un don, je fais un don, ^je donne, ^donnez, soutenez nous, soutenez notre,
    soutenez un, soutenez l, ^soutenez, ^soutenir, soutenir notre, votre soutien, nous soutenir,
    nous avons besoin de vous, aidez nous, soutiens, contribuez, financé par ses lecteurs,
    financé par nos lecteurs, votre contribution, vos dons`,
  gift: `
    don$, dons, un don, votre don, paypal, carte bancaire, déductible, défiscalis*, contribution*,
    journalisme indépendant, presse indépendante, média indépendant, sans publicité, notre indépendance`,
  app: `
    téléchargez l application, télécharger l application, télécharger notre, ouvrir dans l application,
    lire dans l application, notre application, l application$, télécharger l appli,
    téléchargez l appli, notre appli, l appli$, disponible sur l app store, disponible sur google play`,
  push: `
    activer les notifications, activez les notifications, recevoir les notifications,
    recevoir les alertes, recevez nos alertes, autoriser les notifications, notifications push,
    alertes info, activer les alertes, activez les alertes, recevez des notifications`,
  formNote: `
    votre email, votre e mail, votre mail, votre courriel, votre adresse, adresse email,
    adresse e mail, adresse mail, champs obligatoires, champ obligatoire, se désinscrire,
    vous désinscrire, désinscription, désabonner, politique de confidentialité, conditions générales,
    mentions légales, vos données, en vous inscrivant, merci pour votre inscription,
    merci de votre inscription, inscription confirmée, e mail de confirmation, adresse valide,
    pas de spam, ^prénom$, ^nom$, ^valider$, ^envoyer$, ^s inscrire$, ^s abonner$, ^je m inscris$,
    ^ok$, ^fermer$, ^non merci$, ^plus tard$, ^se connecter$, ^continuer$, ^s inscrire gratuitement$,
    ^oui$, ^non$, ^confirmer$, ^je m abonne$, ^je découvre$, ^me rappeler plus tard$,
    merci de confirmer, vous pouvez vous, à tout moment, données personnelles, ^adresse$, champ requis,
    vous êtes abonné, email non valide, email invalide`,
  follow: `
    ^suivez, ^retrouvez nous sur, ^rejoignez nous sur, ^réseaux sociaux$, ^suivre,
    ^abonnez vous à notre chaîne, chaîne whatsapp, chaîne youtube, canal whatsapp, canal telegram,
    ^sur google actualités, ^ajoutez … favoris, ^rejoignez … sur whatsapp`,
  share: `
    ^partager$, ^partager sur, ^partager cet, ^partagez, ^partage$, ^tweeter$, ^imprimer$,
    ^envoyer par, ^envoyer à un ami, ^copier le lien`,
  related: `
    ^à lire, ^lire aussi, ^lire également, ^lire la suite, ^voir aussi, ^sur le même, ^articles liés,
    ^articles similaires, ^articles les plus lus, ^les + lus, ^les plus, ^dans la même,
    ^du même auteur, ^plus d articles, ^plus de, ^nos derniers, ^derniers articles,
    ^les derniers articles, ^dernières actualités, ^vous pourriez aussi, ^recommandé*,
    ^nos recommandations, ^ailleurs sur le web, ^pour aller plus loin, ^article précédent,
    ^article suivant, ^en relation, ^lire$, ^à découvrir, ^à écouter, ^sur ce thème, ^sur le web,
    ^à voir, ^lire plus, ^lisez aussi, ^nos articles, ^dossier$, ^à la une, ^le fil info,
    ^les dernières, ^en direct$, ^lecture$, ^voir plus, ^plus sur, ^contenus sponsorisés,
    ^vous aimerez, ^à ne pas manquer`,
  comments: `
    ^commentaires$, ^commentaire$, ^réactions$, ^laisser un commentaire, ^laissez un commentaire,
    ^publier un, ^ajouter un commentaire, ^écrire un commentaire, ^voir les commentaires, ^réagir,
    ^réagissez, poster un commentaire, votre message$`,
  adLabel: `
    ^publicité$, ^pub$, ^sponsorisé$, ^contenu sponsorisé$, ^annonce$, ^la suite après,
    ^la suite de l article, ^suite de l article après, ^article sponsorisé, ^partenaire$,
    ^contenu partenaire`,
  wall: `
    pour lire la suite, pour continuer la lecture, pour accéder, pour lire cet article, il vous reste,
    cet article est réservé, article réservé, réservé aux abonnés, réservé à nos abonnés,
    créez votre compte, créer votre compte, créer un compte, accéder gratuitement`,
  adBlocker: `
    bloqueur de pub*, bloqueurs de pub*, adblock*`,
  login: `
    mot de passe, identifiant*`,
  consent: `
    cookies, tout accepter, tout refuser, continuer sans accepter`,
  account: `
    se connecter$, ^connexion$, ^s identifier$, ^mon compte, ^déconnexion$, ^se déconnecter$,
    ^mon profil, ^profil$`,
  menu: `
    ^menu$, ^ouvrir le menu, ^fermer le menu, ^recherche$, ^rechercher$, ^accueil$, ^rubriques$,
    ^sections$, ^aller au contenu, ^navigation$, ^contact$, ^plan du site$, ^météo$, ^politique$,
    ^économie$, ^sports$`,
  pageNote: `
    ^cet audio a été généré, ^cet audio est généré, ^audio généré par, ^lu par une voix de synthèse,
    ^voix de synthèse, ^cet article est lu par, ^lecture générée par, ^ce résumé a été généré,
    ^résumé généré par, ^contenu généré par ia, ^traduit automatiquement,
    ^cet article a été traduit automatiquement`,
};
