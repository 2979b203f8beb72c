import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, boletin*, lista de correo, correo diario, resumen diario, resumen semanal,
    lo más importante en tu, resumen de noticias, carta semanal`,
  ask: `
    ^suscríbete, ^suscríbase, ^suscribite, ^suscribirse, ^suscribirme, ^inscríbete, ^inscríbase,
    ^inscribirte, ^inscribite, ^apúntate, ^anótate, ^regístrate, ^recibe, ^reciba, ^recibí,
    ^quiero recibir, ^no te pierdas, ^no se pierda, ^mantente informado, ^manténgase informado,
    ^ingresa tu correo, ^ingrese su correo, ^introduce tu correo, ^escribe tu correo, ^te interesa,
    ^te gustó, ^te ha gustado, suscribirse aquí, inscríbase y reciba, suscríbete y,
    puede escribirnos a, ^ganá, suscríbete aquí, suscríbase aquí, ^apúntese, ^entérate, ^sigue toda,
    ^si quieres seguir, ^si quieres recibir, ^quieres recibir, ^quiere recibir, ^querés recibir,
    ^sé el primero, ^únete, ^únase, ^súmate, ^inscribirse, ^mantenete informado, ^mantente al día,
    ^manténgase al día`,
  signUp: `
    suscríbete, suscríbase, suscribite, suscribir*, inscrib*, recibe, reciba, apúntate`,
  inbox: `
    en tu correo, en su correo, en tu email, en tu mail, en tu e mail, a tu correo, a su correo,
    por correo, por email, por e mail, tu bandeja, su bandeja, directamente en tu, todos los días en tu`,
  subscribe: `
    suscríbete ya, suscríbete ahora, suscríbete por, suscríbete desde, suscríbete x, suscríbete a,
    suscribite por, suscribite$, suscríbete$, suscríbase$, hazte socio, hazte miembro,
    hazte suscriptor, ver planes, ver ofertas, conoce los planes, exclusivo suscriptores,
    exclusivo para suscriptores, exclusiva para suscripciones, suscríbete y lee, suscríbete para,
    suscríbase por, suscríbase para, suscribite para, hazte socia, hacerse socio, hazte premium,
    sé socio, asóciate, conviértete en, comienza tu prueba, prueba gratis, aprovecha esta oferta,
    accede a todo`,
  offer: `
    acceso ilimitado, acceso digital, por mes, al mes, primer mes, 1er mes, sin permanencia,
    prueba gratis, suscripción$, suscripciones$, ^conoce más$, ^más información$, suscribite gratis,
    suscríbete gratis, por año, al año, cancelá cuando, cancela en cualquier, oferta especial,
    sin límites, contenido exclusivo`,
  donate: `
    haz una donación, hacer una donación, ^dona$, ^dona ahora, ^donar, ^apoye, ^apoyá,
    apoya el periodismo, apoya nuestro, tu apoyo, su apoyo, tu aporte, tu donación, te necesitamos,
    nuestro periodismo depende, colabora con, contribuye, cómo se financia, apoyanos, ayudanos,
    ayúdenos, necesitamos tu ayuda, necesita del apoyo, gracias al apoyo de, si valoras nuestro,
    únete a nuestra comunidad, unite a nuestra comunidad, sostener nuestro, sostén nuestro,
    financiado por sus lectores, gracias a nuestros lectores, gracias a nuestros socios,
    haz un donativo, donar ahora, invítanos un café, invitame un café`,
  gift: `
    donación*, donativo*, aporte*, membresía*, paypal, tarjeta de crédito, contribución*, mensual,
    periodismo independiente`,
  app: `
    descargá la app*, descargá la aplicación, descargar la app, descargue la app, abrir en la app,
    nuestra app, nuestra aplicación, descarga nuestra, bájate la app, disponible en app store,
    disponible en google play`,
  push: `
    recibir notificaciones, activar notificaciones, permitir notificaciones, recibir alertas,
    notificaciones de alertas, notificaciones push, suscríbete a las alertas, activa las alertas,
    activar alertas, activá las notificaciones, te gustaría recibir`,
  formNote: `
    tu correo, su correo, correo electrónico, tu email, campos obligatorios, campo obligatorio,
    darte de baja, darse de baja, cancelar la suscripción, política de privacidad,
    política de tratamiento, tratamiento de datos, términos y condiciones, he leído, acepto los,
    gracias por suscribirte, gracias por inscribirte, correo de confirmación, correo válido, sin spam,
    ya tenés suscripción, ya tienes suscripción, ya eres suscriptor, si ya tenés una cuenta,
    más boletines, ^ingresá$, ^ingresar$, ^nombre$, ^apellido$, ^enviar$, ^suscribirme$, ^suscribirse$,
    ^inscríbase$, ^cerrar$, ^no gracias$, ^aceptar$, ^ahora no$, ^más tarde$, ^iniciar sesión$,
    ^continuar$, ^confirmar$, ^quiero suscribirme$, ^suscribirme gratis$, ^omitir$, ^ver más$,
    ^correo$, ^e mail$, ^email$, datos personales, aviso legal, revisa tu bandeja,
    ha ocurrido un error, debes aceptar, campo requerido, te has suscrito, ya estás suscrito, ^acepto$`,
  follow: `
    ^síguenos, ^síganos, ^seguinos, ^seguí a, ^sigue a, ^redes sociales$, ^encuéntranos en,
    desde googlenews, en google news, canal de whatsapp, canal de telegram, canal de youtube,
    ^únete a nuestro canal, ^suscríbete a nuestro canal, ^sigue nuestro canal, ^agréganos,
    ^seguí nuestro, síganos en, ^búscanos en`,
  share: `
    ^compartir$, ^compartir en, ^compartir este, ^compartir por, ^comparte$, ^comparte en,
    ^comparte esta, ^comparte este, ^compártelo, ^compartilo, ^twittear$, ^tuitear$, ^imprimir$,
    ^enviar por, ^copiar enlace`,
  related: `
    ^relacionad*, ^noticias relacionadas, ^notas relacionadas, ^artículos relacionados,
    ^temas relacionados, ^contenido relacionado, ^más noticias, ^más sobre, ^más en, ^más de,
    ^más leíd*, ^lo más, ^las más leídas, ^los más leídos, ^lo último, ^últimas noticias, ^lea también,
    ^leé también, ^leer más, ^le puede interesar, ^te puede interesar, ^te podría interesar,
    ^también te puede, ^también puede, ^recomendad*, ^te recomendamos, ^le recomendamos, ^recomendamos,
    ^destacad*, ^ver también, ^además en, ^artículo anterior, ^siguiente artículo, ^en portada,
    ^también lea, ^leer$, ^lea$, ^también puedes, ^más información, ^leé más, ^mire también,
    ^mira también, ^sigue leyendo, ^seguir leyendo, ^otras noticias, ^otros artículos, ^vea también,
    ^te interesa leer, ^contenido recomendado, ^para leer más, ^sobre este tema, ^tendencias$,
    ^puedes leer`,
  comments: `
    ^comentarios$, ^comentario$, ^deja un comentario, ^dejar un comentario, ^dejá tu comentario,
    ^envía tu comentario, ^comentar, ^ver comentarios, ^escribe un comentario,
    los comentarios publicados, para comentar`,
  adLabel: `
    ^publicidad$, ^anuncio$, ^anuncios$, ^patrocinado$, ^contenido patrocinado$, ^espacio patrocinado$,
    ^continúa después de la publicidad, ^sigue después de la publicidad, ^la nota continúa,
    ^el artículo continúa, ^publicidad sigue leyendo, ^contenido de marca, ^patrocinado por`,
  wall: `
    para seguir leyendo, para continuar leyendo, para leer el artículo, para leer esta,
    para acceder a este, llegaste al límite, alcanzaste el límite, ha llegado al límite,
    límite de contenidos, límite de artículos, artículos gratis este mes,
    contenido exclusivo para suscriptores, solo para suscriptores, para guardar este artículo,
    crea una cuenta, creá tu cuenta, regístrate para leer`,
  adBlocker: `
    bloqueador de anuncios, bloqueador de publicidad, adblock*`,
  login: `
    contraseña, olvidaste tu, nombre de usuario`,
  consent: `
    cookies, aceptar todas, rechazar todas`,
  account: `
    iniciar sesión$, ^inicia sesión$, ^ingresar$, ^ingresá$, ^acceder$, ^mi cuenta, ^cerrar sesión$,
    ^mi perfil, ^perfil$`,
  menu: `
    ^menú$, ^abrir menú, ^cerrar menú, ^buscar$, ^buscador$, ^cerrar buscador, ^inicio$, ^secciones$,
    ^portada$, ^ir al contenido, ^navegación$, ^contacto$, ^mapa del sitio$, ^política$, ^economía$,
    ^deportes$, ^selecciona edición`,
  pageNote: `
    ^este audio fue generado, ^este audio ha sido generado, ^este audio es generado,
    ^este audio se ha generado, ^audio generado por, ^audio generado con, ^voz generada por,
    ^voz sintética, ^leído por una voz, ^este artículo es leído por una, ^este resumen fue generado,
    ^resumen generado por, ^generado con ia, ^traducido automáticamente`,
};
