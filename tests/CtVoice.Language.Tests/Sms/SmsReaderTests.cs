using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

public sealed class SmsReaderTests
{
    public static TheoryData<SmsKind, int?, string, string> Texts => SmsCases.Parse(
        (SmsKind.OptOut, OptOuts),
        (SmsKind.OptOut, SpanishOptOuts),
        (SmsKind.AmbiguousOptOut, Ambiguous),
        (SmsKind.Answer, AnswersThatSoundLikeKeywords),
        (SmsKind.Answer, Choices),
        (SmsKind.Answer, Prose),
        (SmsKind.Answer, Flagged),
        (SmsKind.OptIn, OptIns),
        (SmsKind.Help, Helps),
        (SmsKind.Tapback, Tapbacks),
        (SmsKind.Automated, Automatic));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_as_the_table_says(SmsKind kind, int? choice, string flags, string text)
    {
        var reading = SmsReader.Read(text, SmsContext.Default);

        Assert.Equal((kind, choice, flags, text), (reading.Kind, reading.Choice, string.Join(',', reading.Flags), reading.Text));
        Assert.NotEmpty(reading.Because);
    }

    [Fact]
    public void Tables_hold_at_least_three_hundred_cases() => Assert.InRange(Texts.Count, 300, int.MaxValue);

    private const string OptOuts = """
        - | STOP
        - | stop
        - | Stop.
        - | STOP!!!
        - | stopppp
        - | ＳＴＯＰ
        - | S\zTOP
        - | 𝐒𝐓𝐎𝐏
        - | St0p
        - | 🛑 stop 🛑
        - | "STOP"
        - | Stop. Thank you
        - | STOP please
        - | please stop
        - | Please STOP, thank you!
        - | pls stop ty
        - | stop stop stop
        - | Ok stop now
        - | STOP ALL
        - | StopAll
        - | UNSUBSCRIBE
        - | unsubscribe please
        - | Unsubscribe me
        - | cancel
        - | Cancel, thanks
        - | END
        - | End please.
        - | quit
        - | QUIT!!
        - | Revoke
        - | opt out
        - | OPT-OUT
        - | Optout
        - | remove me
        - | Take me off your list
        - | take me off this list please
        - | Please take me off the list.
        - | Can you take me off your list
        - | Could you please remove me from this list?
        - | take my number off your list
        - | Remove my number
        - | please remove this number from your contacts
        - | delete my number
        - | delete my number from your phone
        - | lose my number
        - | Lose this number!
        - | forget my number
        - | wrong number
        - | Wrong number stop texting me
        - | Sorry, wrong number
        - | You have the wrong number
        - | you got the wrong person
        - | I think you have the wrong number for Maria
        - | This is the wrong number, please stop
        - | stop texting me
        - | STOP TEXTING ME
        - | Please stop texting me.
        - | Stop messaging me
        - | stop contacting me please
        - | stop bothering me
        - | stop harassing me or I will call the police
        - | quit texting me
        - | Don't text me
        - | Dont text me again
        - | do not text me anymore
        - | Do not contact me
        - | do not contact
        - | never text me again
        - | I said stop texting me
        - | I told you to stop texting me
        - | No. Stop texting me
        - | no stop texting me
        - | hey can you stop texting me
        - | would you please stop sending me texts
        - | I want you to stop texting me
        - | you need to stop texting this number
        - | stop texting my phone
        - | stop calling me
        - | stop sending me messages
        - | Stop sending me these texts
        - | stop sending these messages
        - | stop sending me this crap
        - | stop sending messages
        - | stop sending me stuff
        - | stop the texts
        - | stop these messages please
        - | stop all messages
        - | don't send me any more messages
        - | do not send me anything
        - | no more texts
        - | No more messages please
        - | no more text messages, thanks
        - | Leave me alone
        - | leave me alone!!!
        - | please just leave me alone
        - | leave me the hell alone
        - | go away
        - | fuck off
        - | get lost
        - | opt me out
        - | I want to opt out
        - | I'd like to opt out please
        - | I would like to unsubscribe
        - | how do i unsubscribe
        - | How do I stop these messages?
        - | how do I get off this list
        - | I want to be removed from your list
        - | I want off this list
        - | I don't want these texts
        - | I do not want to receive any more messages
        - | I don't want to get texts anymore
        - | I no longer wish to receive these messages
        - | i dont want to hear from you
        - | I don't want to be texted
        - | I don't want to be contacted again
        - | I don't want you to text me
        - | I didn't ask for these texts
        - | I revoke my consent
        - | I do not consent to these messages
        - | you do not have permission to text me
        - | unsubscribe from this list
        - | cancel my subscription
        - | Stop I moved out of state
        - | STOP. I don't live in CT anymore
        - | STOP - I never signed up for this
        - | not interested, stop
        - | I'm not interested please stop
        - | Stop, wrong number
        - | I already answered. Stop.
        - | who is this? stop
        - | this is harassment stop texting me
        - | Take me off
        - | get me off your list
        - | stop asking me questions
        - | Stop asking me
        - | I'm busy, stop texting me
        - | Hi, please stop contacting me. Thank you.
        - | Stop texting me at this number
        - | Hello, I would like to be taken off the list, thanks
        - | This is not Maria's number
        - | Por favor STOP
        """;

    private const string SpanishOptOuts = """
        - | ALTO
        - | alto por favor
        - | Parar
        - | PARE
        - | paren ya
        - | baja
        - | BAJA POR FAVOR
        - | Dar de baja
        - | darme de baja por favor
        - | cancelar
        - | detener
        - | salir
        - | Salir, gracias
        - | no me manden más mensajes
        - | No me manden mensajes
        - | Por favor no me manden más mensajes
        - | ya no me manden mensajes
        - | no me envíen más textos
        - | No me escriban más
        - | no me escriba
        - | no me texteen
        - | No me contacten más por favor
        - | no me molesten
        - | ya no me molesten más
        - | no me llamen más
        - | déjenme en paz
        - | Dejeme en paz
        - | dejame en paz!!
        - | dejen de molestar
        - | dejen de molestarme
        - | dejen de mandarme mensajes
        - | Dejen de escribirme
        - | paren de mandarme mensajes
        - | deje de enviarme textos por favor
        - | quítenme de la lista
        - | Quiteme de su lista
        - | sáquenme de esa lista
        - | bórrenme
        - | elimínenme de su lista
        - | borren mi número
        - | Eliminen mi numero por favor
        - | quiero que me quiten de la lista
        - | no quiero recibir más mensajes
        - | No quiero más mensajes
        - | Ya no quiero recibir mensajes
        - | no quiero que me escriban
        - | no quiero sus mensajes
        - | ya no quiero recibir nada
        - | no deseo recibir mensajes de ustedes
        - | quiero darme de baja
        - | Deseo darme de baja
        - | quiero cancelar la suscripción
        - | cancelen mi suscripción
        - | número equivocado
        - | Numero equivocado, no me escriban
        - | tiene el número equivocado
        - | se equivocó de número
        - | no más mensajes
        - | No más mensajes por favor
        - | olviden mi número
        - | denme de baja
        - | Señores, por favor ya no me escriban
        - | Alto. Gracias
        - | paren los mensajes
        """;

    private const string Ambiguous = """
        - | Stop it
        - | Stop this please
        - | No more
        - | no more please
        - | basta
        - | ¡Ya basta!
        - | no más
        - | Stop asking about immigration
        - | stop sending surveys about this
        - | Please stop asking about my kids
        - | stop texting me at night
        - | Don't text me about taxes
        - | Stop sending me so many questions
        - | stop texting me so late
        - | please don't text me during work
        - | don't text me before 9am
        - | stop texting me about this
        - | Not interested
        - | I'm not interested
        - | no longer interested
        - | too many texts
        - | I'm tired of these texts
        - | no more questions
        - | I don't want to participate
        - | I don't want to be part of this anymore
        - | count me out
        - | Stop! This is a terrible idea
        - | enough already
        - | Don't ask me about my status
        - | no me pregunten sobre migración
        - | dejen de preguntar sobre eso
        - | No manden más encuestas sobre esto
        - | dejen de mandar encuestas sobre eso
        - | no me escriban de noche
        - | no me manden mensajes tan tarde
        - | no me manden tantos mensajes
        - | no me interesa
        - | ya no quiero participar
        2 | 2 but stop texting me so late
        - | take me off the board
        """;

    private const string AnswersThatSoundLikeKeywords = """
        - | End the interviews when people get tired
        1 | Yes, I support it
        - | Stop sharing our data with the police
        - | Stop the study if people get hurt
        - | Cancel the program and give the money to families
        - | Quit treating us like numbers
        - | My landlord won't stop texting me
        - | They should stop texting people about debt
        - | They never stop calling my mother
        - | Families should be able to opt out
        - | People should be able to opt out of the study at any time
        - | Can families opt out?
        - | Start with the schools
        - | Start over with a smaller group
        - | Help people understand it first
        - | Help families before you study them
        - | Info about kids should stay private
        - | Don't stop, this is good work
        - | please don't stop asking us
        - | The bus stop is far from the office
        - | I had to quit my job to care for my mom
        - | In the end it is about trust
        - | Remove names from the data
        - | remove the names first
        - | Delete the data after one year
        - | Leave my kids out of it
        - | You put the wrong number on my form
        - | We have the wrong number of people on this board
        - | Nobody should be able to unsubscribe people from benefits
        - | This should end poverty
        - | Subscribe people only if they agree
        - | Cancel culture is not the point
        - | Do not contact my employer
        - | Stop calling people criminals
        - | I don't want my information used
        - | Don't ask kids for social security numbers
        - | Please send more information
        - | I want to help
        - | There are not enough messages in Spanish
        - | My ex kept harassing me and nobody helped
        - | No texts were ever sent to us about the program
        - | The study should stop when it hurts people
        - | How do we stop this from happening again?
        - | Alto a la violencia
        1 | Para mi es una buena idea
        - | La baja de beneficios nos afecta
        - | No me mandaron la carta
        - | Dejen de compartir nuestros datos
        - | No quiero que compartan mis datos
        - | Salir adelante es difícil
        - | Ayuda a las familias primero
        - | Inicio de clases es mala fecha
        - | Cancelar el estudio sería malo
        - | Quiten los nombres
        - | Paren de usar nuestros nombres en los reportes
        - | No más estudios sin nuestra voz
        """;

    private const string Choices = """
        1 | 1
        2 | 2
        3 | 3
        2 | 2.
        2 | (2)
        2 | [2]
        2 | #2
        2 | # 2
        2 | "2"
        2 | 2️⃣
        2 | ２
        2 | ②
        2 | ❷
        2 | 2!!!
        2 |  2 
        2 | 2 please
        2 | 2 thanks
        2 | 2 👍
        2 | two
        2 | Two.
        3 | THREE
        1 | one
        2 | option 2
        2 | Option two
        2 | option #2
        2 | opción 2
        2 | la opción dos
        2 | la dos
        2 | la 2
        1 | el uno
        3 | tres
        3 | la tres por favor
        2 | number 2
        2 | No. 2
        2 | numero 2
        2 | Choice 2
        2 | my answer is 2
        2 | Answer: 2
        2 | I choose 2
        2 | I pick number 2
        2 | I'd say 2
        2 | I vote 2
        2 | I'll go with 2
        2 | mi respuesta es 2
        2 | Voto por la 2
        2 | elijo la 2
        2 | the second one
        2 | Hi, 2
        2 | Hola, 2 por favor
        2 | Hello this is Maria. 2
        2 | 2 - only if names are removed
        2 | 2, only if names are removed
        2 | 2: remove the names
        2 | 2) remove the names
        2 | 2. Remove the names first
        2 | 2 only if names are removed
        2 | 2 because of my kids
        2 | 2\nremove names
        2 | 2 yes with changes
        2 | 2 remove the names first
        2 | 2 los nombres deben quitarse
        2 | 2 porque hay niños
        3 | 3 no. my kids were in the system and it never ends
        3 | 3 no
        3 | 3 - no way
        3 | 3 too risky
        1 | 1 yes
        1 | 1 sí
        1 | 1 great idea
        2 | I think option 2 is best
        2 | I support it with names removed. 2
        1 | yes
        1 | Yes.
        1 | YES!!!
        1 | yesss
        1 | yeah
        1 | Yep
        1 | yup
        1 | yes please
        1 | Yes I support it
        2 | yes but keep the names out
        2 | Yes, as long as no names are used
        1 | Hi yes I agree
        1 | sí
        1 | Si
        1 | SÍ
        1 | siii
        1 | Sí, estoy de acuerdo
        1 | si estoy de acuerdo
        1 | Sí lo apoyo
        1 | claro que sí
        1 | por supuesto
        1 | of course
        3 | no
        3 | No.
        3 | NO!!
        3 | nooo
        3 | nope
        3 | nah
        3 | no thanks
        3 | No, thank you
        3 | No, I do not agree
        3 | no i dont want this
        3 | No because they will use it against us
        3 | no gracias
        3 | No, no estoy de acuerdo
        3 | No estoy de acuerdo
        3 | claro que no
        3 | hell no
        2 | yes with changes
        2 | Sí, con cambios
        2 | si con cambios
        2 | partly
        """;

    private const string Prose = """
        - | not sure
        - | Not sure.
        - | I'm not sure
        - | no sé
        - | No se
        - | no estoy segura
        - | I don't know
        - | maybe
        - | 👍
        - | 👎
        - | ❤️
        - | ok
        - | Thanks
        - | gracias
        - | ?
        - | ...
        - | I have 2 kids
        - | I have 2
        - | 2 kids live with me
        - | 2 of my neighbors were asked too
        - | 3 years ago they lost my papers
        - | 1 in 5 families here has this problem
        - | 3 hijos tengo y nadie pregunta
        - | 2 semanas no es suficiente
        - | Tengo 3 niños
        - | 2/3 of us agree
        - | 2:30 works for me
        - | 2nd floor apartment
        - | 1-2
        - | 1 or 2
        - | 1 and 3
        - | 12
        - | 4
        - | 0
        - | 1. no names 2. no addresses
        - | 2% of people
        - | $2 is too much
        - | 860-555-0123
        - | I wake up at 3 every day
        - | one thing I worry about is who sees it
        - | It is one more form to fill
        - | No one asked us
        - | no problem
        - | No entiendo la pregunta
        - | no tengo hijos
        - | No kids should be in this data
        2 | Si quitan los nombres está bien
        - | Si no hay nombres
        - | The question is hard to understand
        - | Who sees my answer?
        - | I think it could help but they need to explain who pays for it
        - | we need more housing, not more data
        - | Loved the meeting last week
        - | Liked it a lot
        1 | Me gusta la idea
        - | Me gusta "la idea" de ayudar
        - | Questioned by police twice, that's why I worry
        - | I said "yes" last time and nothing happened
        """;

    private const string Flagged = """
        - acute | I want to die
        - acute | i feel like killing myself
        - acute | My husband hits me and I am scared
        - acute | someone is hurting my son
        - acute | quiero morir
        - acute | mi esposo me pega
        - acute | le pega a los niños
        3 acute | 3. I am suicidal and nobody cares
        - | suicide prevention data should be included
        - own-case | When will my food stamps come?
        - own-case | I got an eviction notice what do I do
        - own-case | my case number is 12345
        - own-case | They cut off my SNAP
        - own-case | me van a desalojar
        - own-case | Me cortaron los cupones
        2 own-case | 2 but my caseworker never calls
        - | eviction records should not be shared
        - do-not-quote | please do not quote me but this is wrong
        - do-not-quote | Count only, do not share my words
        - do-not-quote | no me citen
        2 do-not-quote | 2, don't quote me
        2 change-answer | change my answer to 2
        2 change-answer | I want to change my answer from 1 to 2
        3 change-answer | Cambio mi respuesta a 3
        2 change-answer | I meant 2
        - change-answer | I changed my mind
        - withdraw | withdraw my answer
        - withdraw | Please delete my answer
        - withdraw | retiro mi respuesta
        - withdraw | borren mi respuesta por favor
        - withdraw | ignore my last message
        - acute,own-case | he has a gun and I am getting evicted
        """;

    private const string OptIns = """
        - | START
        - | start please
        - | Unstop
        - | resume
        - | opt in
        - | INICIAR
        - | comenzar
        - | subscribe
        - | sign me up
        - | Please add me back to the list
        - | start texting me again
        - | quiero volver a recibir mensajes
        """;

    private const string Helps = """
        - | What is this about?
        - | HELP
        - | help!
        - | Help please
        - | help me
        - | INFO
        - | ayuda
        - | AYUDA por favor
        - | Información
        - | I need help
        - | necesito ayuda
        """;

    private const string Tapbacks = """
        - | Liked “CT Resident Advisory Board: a new question”
        - | Liked "Do you support this?"
        - | Loved “We saved your answer: 2”
        - | Disliked “Should DCF share data with schools?”
        - | Laughed at “Reply 1 yes, 2 yes with changes, 3 no”
        - | Emphasized “Reply 1, 2 or 3”
        - | Questioned “Reply 1, 2 or 3”
        - | Loved an image
        - | Liked a photo
        - | Removed a like from “Reply 1, 2 or 3”
        - | Removed a heart from “Thank you”
        - | Removed a question mark from “Thank you”
        - | Reacted 😂 to “Reply 1, 2 or 3”
        - | Removed a 😂 from “Reply 1, 2 or 3”
        - | 👍 to “Reply 1, 2 or 3”
        - | \z👍\z to “\zReply 1, 2 or 3\z”
        - |  ❤️ to "Reply 1, 2 or 3"
        - | 😮 a “Responda 1, 2 o 3”
        - | Reaccionó con 👍 a “Responda 1, 2 o 3”
        - | Reaccionó 😂 a “Responda 1, 2 o 3”
        - | Le gustó “Responda 1, 2 o 3”
        - | Le encantó “Responda 1, 2 o 3”
        - | No le gustó “Responda 1, 2 o 3”
        - | Se rió de “Responda 1, 2 o 3”
        - | Enfatizó “Responda 1, 2 o 3”
        - | Quitó un me gusta de “Responda 1, 2 o 3”
        - | Eliminó un corazón de «Responda 1, 2 o 3»
        - | Me gusta “Responda 1, 2 o 3”
        - | Liked “Should the state use school data to find families who need help with food or rent this
        - | Liked “Do you say “yes” or “no”?”
        - | 👍 removed from “Reply 1, 2 or 3”
        """;

    private const string Automatic = """
        - | I'm driving, I'll get back to you
        - | I'm driving right now - I'll text you later
        - | I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I get where I’m going.
        - | (I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through with your original message.)
        - | I'm not receiving notifications right now
        - | Auto-reply: I am away from my phone
        - | AutoReply: busy
        - | This is an automated message. Do not reply.
        - | Automatic reply: out of office
        - | Sorry, I can't talk right now.
        - | Can't talk now. What's up?
        - | I'll call you right back.
        - | Free Msg: Unable to send message - Message Blocking is active.
        - | FREE MSG: The number you texted is a landline
        - | Your message could not be delivered
        - | This number does not accept text messages.
        - | The subscriber you are trying to reach is not available
        - | Thank you for contacting ABC Dental. Our office is closed. We will respond during business hours.
        - | We have received your message and will respond shortly.
        - | I am out of the office until Monday and will respond when I return.
        - | Estoy manejando, te llamo más tarde
        - | Estoy conduciendo. Te respondo cuando llegue.
        - | Respuesta automática: no estoy disponible
        - | Mensaje automático: estoy fuera
        - | No puedo hablar ahora. Te llamo más tarde.
        - | Gracias por su mensaje. Nuestra oficina está cerrada.
        - | Su mensaje no pudo ser entregado
        """;
}
