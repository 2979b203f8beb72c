import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Spanish ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'boletín diario', 'boletín semanal', 'boletin*', 'carta semanal', 'correo diario', 'lista de correo', 'lo más importante en tu', 'newsletter*', 'resumen de noticias', 'resumen diario', 'resumen semanal',
  ],
  ask: [
    '^anótate', '^apúntate', '^apúntese', '^deja tu', '^empieza el día', '^entérate', '^escribe tu', '^escribe tu correo', '^ganá', '^ingresa tu', '^ingresa tu correo', '^ingrese su correo', '^inscríbase', '^inscríbete', '^inscribirse', '^inscribirte', '^inscribite', '^introduce tu', '^introduce tu correo', '^mantenete informado', '^manténgase al día', '^manténgase informado', '^mantente al día', '^mantente informado', '^me apunto', '^no se pierda', '^no te pierdas', '^querés recibir', '^quiere recibir', '^quieres más', '^quieres recibir', '^quiero recibir', '^reciba', '^recibe', '^recibí', '^regístrate', '^sé el primero', '^si quieres recibir', '^si quieres seguir', '^sigue toda', '^súmate', '^suscríbase', '^suscríbete', '^suscribirme', '^suscribirse', '^suscribite', '^te gustó', '^te ha gustado', '^te interesa', '^te mandamos', '^únase', '^únete', 'inscríbase y reciba', 'puede escribirnos a', 'suscríbase aquí', 'suscríbete aquí', 'suscríbete y', 'suscribirse aquí',
  ],
  signUp: [
    'apúntate', 'inscrib*', 'reciba', 'recibe', 'suscríbase', 'suscríbete', 'suscribir*', 'suscribite',
  ],
  inbox: [
    'a su correo', 'a tu correo', 'directamente en tu', 'en su correo', 'en tu bandeja', 'en tu correo', 'en tu e mail', 'en tu email', 'en tu mail', 'por correo', 'por e mail', 'por email', 'su bandeja', 'te las envían', 'todos los días en tu', 'tu bandeja',
  ],
  subscribe: [
    'accede a todo', 'aprovecha esta oferta', 'asóciate', 'comienza tu prueba', 'conoce los planes', 'conviértete en', 'exclusiva para suscripciones', 'exclusivo para suscriptores', 'exclusivo suscriptores', 'hacerse socio', 'hazte miembro', 'hazte premium', 'hazte socia', 'hazte socio', 'hazte suscriptor', 'mes gratis', 'ofertas de suscripción', 'prueba gratis', 'prueba la suscripción', 'sé socio', 'suscríbase para', 'suscríbase por', 'suscríbase$', 'suscríbete … por', 'suscríbete a', 'suscríbete ahora', 'suscríbete desde', 'suscríbete para', 'suscríbete por', 'suscríbete x', 'suscríbete y lee', 'suscríbete ya', 'suscríbete$', 'suscribite para', 'suscribite por', 'suscribite$', 'únete … suscriptores', 'ver ofertas', 'ver planes',
  ],
  offer: [
    '^conoce más$', '^más información$', '1er mes', 'acceso digital', 'acceso ilimitado', 'al año', 'al mes', 'cancelá cuando', 'cancela cuando quieras', 'cancela en cualquier', 'contenido exclusivo', 'oferta especial', 'por año', 'por mes', 'primer mes', 'prueba gratis', 'sin límites', 'sin permanencia', 'suscríbete gratis', 'suscribite gratis', 'suscripción$', 'suscripciones$',
  'todos tus dispositivos'],
  donate: [
    '^apoyá', '^apoye', '^dona ahora', '^dona$', '^donar', '^donar$', 'apoya el periodismo', 'apoya nuestro', 'apóyalo', 'apoyanos', 'apóyanos', 'ayudanos', 'ayúdenos', 'colabora con', 'cómo se financia', 'con una donación', 'contribuye', 'dependemos de', 'dona hoy', 'donar ahora', 'financiado por', 'financiado por sus lectores', 'gente como tú', 'gracias a nuestros lectores', 'gracias a nuestros socios', 'gracias al apoyo de', 'hacer una donación', 'haz un donativo', 'haz una donación', 'invitame un café', 'invítanos un café', 'lo pagan los lectores', 'necesita del apoyo', 'necesitamos tu ayuda', 'nuestro periodismo depende', 'quiero donar', 'si valoras nuestro', 'sin ánimo de lucro', 'sostén nuestro', 'sostener nuestro', 'su apoyo', 'te necesitamos', 'tu aporte', 'tu apoyo', 'tu donación', 'únete a nuestra comunidad', 'unite a nuestra comunidad',
  ],
  gift: [
    'aporte*', 'contribución*', 'donación*', 'donativo*', 'membresía*', 'mensual', 'paypal',
    'periodismo independiente', 'tarjeta de crédito',
  ],
  app: [
    'abrir en la app', 'bájate la app', 'descarga la aplicación', 'descargá la aplicación', 'descarga la app', 'descargá la app*', 'descarga nuestra', 'descargar la app', 'descárgate la app', 'descargue la app', 'disponible en app store', 'disponible en google play', 'en la app', 'en nuestra aplicación', 'en nuestra app', 'nuestra aplicación', 'nuestra app',
  ],
  push: [
    'activa las alertas', 'activá las notificaciones', 'activar alertas', 'activar notificaciones',
    'notificaciones de alertas', 'notificaciones push', 'permitir notificaciones', 'recibir alertas',
    'recibir notificaciones', 'suscríbete a las alertas', 'te gustaría recibir',
  ],
  formNote: [
    '^aceptar$', '^acepto$', '^ahora no$', '^apellido$', '^apuntarme$', '^cerrar$', '^confirmar$', '^continuar$', '^correo$', '^e mail$', '^email$', '^enviar$', '^ingresá$', '^ingresar$', '^iniciar sesión$', '^inscríbase$', '^más tarde$', '^no gracias$', '^nombre$', '^omitir$', '^quiero recibirlo$', '^quiero suscribirme$', '^suscribirme gratis$', '^suscribirme$', '^suscribirse$', '^ver más$', 'acepto los', 'aviso legal', 'campo obligatorio', 'campo requerido', 'campos obligatorios', 'cancelar la suscripción', 'correo de confirmación', 'correo electrónico', 'correo válido', 'cuando quieras', 'darse de baja', 'darte de baja', 'datos personales', 'debes aceptar', 'gracias por inscribirte', 'gracias por suscribirte', 'ha ocurrido un error', 'he leído', 'más boletines', 'política de privacidad', 'política de tratamiento', 'revisa tu bandeja', 'si ya tenés una cuenta', 'sin spam', 'su correo', 'te has suscrito', 'términos y condiciones', 'tratamiento de datos', 'tu correo', 'tu email', 'ya eres suscriptor', 'ya estás suscrito', 'ya tenés suscripción', 'ya tienes suscripción',
  ],
  follow: [
    '^agréganos', '^búscanos en', '^encuéntranos en', '^redes sociales$', '^seguí a', '^seguí nuestro',
    '^seguinos', '^síganos', '^sigue a', '^sigue nuestro canal', '^síguenos', '^suscríbete a nuestro canal',
    '^únete a nuestro canal', 'canal de telegram', 'canal de whatsapp', 'canal de youtube',
    'desde googlenews', 'en google news', 'síganos en',
  ],
  share: [
    '^comparte en', '^comparte esta', '^comparte este', '^comparte$', '^compártelo', '^compartilo',
    '^compartir en', '^compartir este', '^compartir por', '^compartir$', '^copiar enlace', '^enviar por',
    '^imprimir$', '^tuitear$', '^twittear$',
  ],
  related: [
    '^además en', '^artículo anterior', '^artículos relacionados', '^contenido recomendado',
    '^contenido relacionado', '^destacad*', '^en portada', '^las más leídas', '^le puede interesar',
    '^le recomendamos', '^lea también', '^lea$', '^leé más', '^leé también', '^leer más', '^leer$', '^lo más',
    '^lo último', '^los más leídos', '^más de', '^más en', '^más información', '^más leíd*', '^más noticias',
    '^más sobre', '^mira también', '^mire también', '^notas relacionadas', '^noticias relacionadas',
    '^otras noticias', '^otros artículos', '^para leer más', '^puedes leer', '^recomendad*', '^recomendamos',
    '^relacionad*', '^seguir leyendo', '^sigue leyendo', '^siguiente artículo', '^sobre este tema',
    '^también lea', '^también puede', '^también puedes', '^también te puede', '^te interesa leer',
    '^te podría interesar', '^te puede interesar', '^te recomendamos', '^temas relacionados', '^tendencias$',
    '^últimas noticias', '^vea también', '^ver también',
  ],
  comments: [
    '^comentar', '^comentario$', '^comentarios$', '^dejá tu comentario', '^deja un comentario',
    '^dejar un comentario', '^envía tu comentario', '^escribe un comentario', '^ver comentarios',
    'los comentarios publicados', 'para comentar',
  ],
  adLabel: [
    '^anuncio$', '^anuncios$', '^contenido de marca', '^contenido patrocinado$',
    '^continúa después de la publicidad', '^el artículo continúa', '^espacio patrocinado$',
    '^la nota continúa', '^patrocinado por', '^patrocinado$', '^publicidad sigue leyendo', '^publicidad$',
    '^sigue después de la publicidad',
  ],
  wall: [
    'alcanzaste el límite', 'artículos gratis este mes', 'contenido exclusivo para suscriptores',
    'creá tu cuenta', 'crea una cuenta', 'ha llegado al límite', 'límite de artículos',
    'límite de contenidos', 'llegaste al límite', 'para acceder a este', 'para continuar leyendo',
    'para guardar este artículo', 'para leer el artículo', 'para leer esta', 'para seguir leyendo',
    'regístrate para leer', 'solo para suscriptores',
  ],
  adBlocker: ['adblock*', 'bloqueador de anuncios', 'bloqueador de publicidad'],
  login: ['contraseña', 'nombre de usuario', 'olvidaste tu'],
  consent: ['aceptar todas', 'cookies', 'rechazar todas'],
  account: [
    '^acceder$', '^cerrar sesión$', '^ingresá$', '^ingresar$', '^inicia sesión$', '^mi cuenta', '^mi perfil',
    '^perfil$', 'iniciar sesión$',
  ],
  menu: [
    '^abrir menú', '^buscador$', '^buscar$', '^cerrar buscador', '^cerrar menú', '^contacto$', '^deportes$',
    '^economía$', '^inicio$', '^ir al contenido', '^mapa del sitio$', '^menú$', '^navegación$', '^política$',
    '^portada$', '^secciones$', '^selecciona edición',
  ],
  pageNote: [
    '^audio generado con', '^audio generado por', '^este artículo es leído por una',
    '^este audio es generado', '^este audio fue generado', '^este audio ha sido generado',
    '^este audio se ha generado', '^este resumen fue generado', '^generado con ia', '^leído por una voz',
    '^resumen generado por', '^traducido automáticamente', '^voz generada por', '^voz sintética',
  ],
  own: ['nos', 'nosotros', 'nuestr*'],
};

/** Boilerplate around articles on sites in Spanish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'archivado en',
    'artículos relacionados',
    'comentarios?(?: .*)?',
    'compartir.*',
    'deja (?:un|una) (?:comentario|respuesta).*',
    'etiquetas',
    'lee también.*',
    'leer también.*',
    'lo más (?:leído|visto).*',
    'más (?:noticias|información|sobre|en).*',
    'noticias relacionadas',
    'relacionad\\w+',
    'te puede interesar.*',
    'te recomendamos.*',
    'temas',
    'ver también',
  ],
  pointers: [
    '(?:también )?le puede interesar',
    'además',
    'lea también',
    'lee(?:r)?(?: también| más| además)?',
    'mire también',
    'te puede interesar',
    'te recomendamos',
    'vea también',
    'ver también',
  ],
  walls: ['contenido exclusivo', 'para (?:seguir|continuar) leyendo', 'solo para suscriptores'],
  notices: [
    '(?:inicia sesión|regístrate|identifícate) para (?:votar|comentar|reaccionar|guardar|seguir)\\b',
    'artículo (?:guardado|añadido a tus?)\\b',
    'est[ea] (?:artículo|resumen|traducción) .{0,30}\\b(?:generad|redactad|traducid|cread|elaborad)[oa]\\b.{0,30}\\b(?:IA|inteligencia artificial|automáticamente)\\b',
    'para ver este contenido\\b',
  ],
  credits: [
    '^\\W*(?:traducción (?:de|por)|traducido (?:del|por))(?: [^\\s,;]+){1,4}$',
    '^\\W*con información de (?:la )?(?:afp|ap|efe|reuters|ansa|dpa|europa press|agencias?)(?:(?:,| y) \\S+){0,3}\\W*$',
  ],
};
