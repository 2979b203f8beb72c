import type { PhraseBook } from './phrase-book.ts';

export const es: PhraseBook = {
  newsletter: `
    newsletter*, boletín*, boletines, boletin*, lista de correo, correo diario, resumen diario,
    resumen semanal`,
  ask: `
    ^suscríbete, ^suscríbase, ^suscribite, ^suscribirse, ^suscribirme, ^inscríbete, ^inscríbase,
    ^inscribirte, ^inscribite, ^apúntate, ^anótate, ^regístrate, ^recibe, ^reciba, ^recibí,
    ^quiero recibir, ^no te pierdas, ^no se pierda, ^mantente informado, ^manténgase informado,
    ^ingresa tu correo, ^ingrese su correo, ^introduce tu correo, ^escribe tu correo, ^te interesa,
    ^te gustó, ^te ha gustado, suscribirse aquí, inscríbase y reciba, suscríbete y, puede escribirnos a`,
  signUp: `
    suscríbete, suscríbase, suscribite, suscribirse, suscribir*, inscríb*, inscrib*, recibe, reciba,
    apúntate`,
  inbox: `
    en tu correo, en su correo, en tu email, en tu mail, en tu e mail, a tu correo, a su correo,
    por correo, por email, por e mail, tu bandeja, su bandeja`,
  subscribe: `
    suscríbete ya, suscríbete ahora, suscríbete por, suscríbete desde, suscríbete x, suscríbete a,
    suscribite por, suscribite$, suscríbete$, suscríbase$, hazte socio, hazte miembro, hazte suscriptor,
    ver planes, ver ofertas, conoce los planes, exclusivo suscriptores, exclusivo para suscriptores,
    exclusiva para suscripciones`,
  offer: `
    acceso ilimitado, acceso digital, por mes, al mes, primer mes, 1er mes, sin permanencia,
    prueba gratis, suscripción$, suscripciones$, ^conoce más$, ^más información$, suscribite gratis,
    suscríbete gratis`,
  donate: `
    haz una donación, hacer una donación, haz tu donación, ^dona$, ^dona ahora, ^donar, ^apoya, ^apoye,
    ^apoyá, apoya el periodismo, apoya nuestro, apóyanos, tu apoyo, su apoyo, tu aporte, tu donación,
    te necesitamos para, te necesitamos, periodismo independiente, nuestro periodismo depende,
    colabora con, contribuye, cómo se financia`,
  gift: `donación*, donativo*, aporte*, membresía*, paypal, tarjeta de crédito, contribución*, mensual`,
  app: `
    descarga la app, descarga nuestra app, descargá la app*, descarga la aplicación,
    descargá la aplicación, descargar la app, descargue la app, abrir en la app, nuestra app,
    nuestra aplicación`,
  push: `
    recibir notificaciones, activar notificaciones, activa las notificaciones, permitir notificaciones,
    recibir alertas, notificaciones de alertas, notificaciones push`,
  formNote: `
    tu correo, su correo, correo electrónico, tu email, campos obligatorios, campo obligatorio,
    darte de baja, darse de baja, cancelar la suscripción, política de privacidad,
    política de tratamiento, tratamiento de datos, términos y condiciones, he leído, acepto los,
    gracias por suscribirte, gracias por inscribirte, correo de confirmación, correo válido, sin spam,
    ya tenés suscripción, ya tienes suscripción, ya eres suscriptor, si ya tenés una cuenta,
    más boletines, ^ingresá$, ^ingresar$, ^nombre$, ^apellido$, ^enviar$, ^suscribirme$, ^suscribirse$,
    ^inscríbase$, ^cerrar$, ^no gracias$, ^aceptar$, ^ahora no$, ^más tarde$, ^iniciar sesión$`,
  follow: `
    ^síguenos, ^síganos, ^seguinos, ^seguí a, ^sigue a, ^redes sociales$, ^encuéntranos en,
    recibe las noticias en google news, desde googlenews, en google news`,
  share: `
    ^compartir$, ^compartir en, ^compartir este, ^compartir por, ^comparte$, ^comparte en,
    ^comparte esta, ^comparte este, ^compártelo, ^compartilo, ^twittear$, ^tuitear$, ^imprimir$,
    ^enviar por, ^copiar enlace`,
  related: `
    ^relacionad*, ^noticias relacionadas, ^notas relacionadas, ^artículos relacionados,
    ^temas relacionados, ^contenido relacionado, ^más noticias, ^más sobre, ^más en, ^más de, ^más leíd*,
    ^lo más, ^las más leídas, ^los más leídos, ^lo último, ^últimas noticias, ^lee también, ^lea también,
    ^leé también, ^leer más, ^le puede interesar, ^te puede interesar, ^te podría interesar,
    ^también te puede, ^también puede, ^recomendad*, ^te recomendamos, ^le recomendamos, ^recomendamos,
    ^destacad*, ^ver también, ^mirá también, ^además en, ^artículo anterior, ^siguiente artículo,
    ^en portada, ^también lea, ^lea más, ^leer$, ^lea$, ^también puedes, ^le recomendamos leer, ^más información`,
  comments: `
    ^comentarios$, ^comentario$, ^deja un comentario, ^deja tu comentario, ^dejar un comentario,
    ^dejá tu comentario, ^enviá tu comentario, ^envía tu comentario, ^comentar, ^ver comentarios,
    ^escribe un comentario, los comentarios publicados, ahora para comentar, para comentar`,
  adLabel: `
    ^publicidad$, ^anuncio$, ^anuncios$, ^patrocinado$, ^contenido patrocinado$, ^- publicidad -$,
    ^espacio patrocinado$`,
  wall: `
    para seguir leyendo, para continuar leyendo, para leer el artículo, para leer esta,
    para acceder a este, llegaste al límite, alcanzaste el límite, ha llegado al límite,
    límite de contenidos, límite de artículos, artículos gratis este mes,
    contenido exclusivo para suscriptores, solo para suscriptores, para guardar este artículo,
    crea tu cuenta, crea una cuenta, creá tu cuenta, regístrate para leer`,
  adBlocker: `bloqueador de anuncios, bloqueador de publicidad, adblock*`,
  login: `contraseña, olvidaste tu, nombre de usuario`,
  consent: `cookies, aceptar todas, rechazar todas`,
};
