using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A trouble of the writer's own with money, a card, a service or their home, told as it happened: what is mine, and what went wrong with
/// it, in either order. The lists of <see cref="WordList.OwnCase"/> name benefits and offices; here the shape of the sentence tells.
/// Nobody's in particular ("payments arrive late for many families") is advice.
/// </summary>
internal static class OwnTrouble
{
    private const string Gap = "( \\w+){0,4}";
    private const string Money =
        "(payment|payments|check|checks|deposit|direct deposit|money|stipend|stamps|food stamps|card|ebt|snap|gift "
            + "card|refund|benefits|cash|rent help|voucher|insurance|hours|aide|ride|food)";
    private const string Dinero =
        "(pago|pagos|cheque|cheques|deposito|dinero|estampillas|cupones|tarjeta|ebt|snap|reembolso|beneficios|ayuda|vale|seguro"
            + "|horas|comida)";
    private const string Fails =
        "((still )?(did not|didnt|never|has not|hasnt|have not|havent|doesnt|does not|dont|wont|will not|isnt|is not|wasnt|was not) "
            + "(come|came|arrive|arrived|show|shown|show up|showed up|showed|posted|hit|land|landed|made it|get here|got here|gone "
            + "through|go "
            + "through|work|working|load|loaded|here|there|posted|in)|(got |was |is |were |keeps getting "
            + ")?(declined|rejected|late|cut|cut off|reduced|blocked|frozen|locked|stolen|lost|missing|stopped "
            + "working|stopped|expired|suspended))";

    private static readonly Expression Tells = new(
        $"(^| )(my|our|mine){Gap} {Money}( \\w+){{0,2}} {Fails}( |$)|(^| )(i|we) (still )?(did not|didnt|havent|have "
            + $"not|never|dont|hasnt) (get|got|gotten|receive|received|see|seen) (my|our|the|any|a|this months?){Gap} "
            + "(payment|check|deposit|stamps|card|benefits|money|refund)( |$)|" +
        $"^((and|but|so|hi|hello|well|ok) )*(the|this months?) (payment|check|deposit|stamps|money) (still )?(did "
            + "not|didnt|never|hasnt|has not) (come|came|arrive|arrived|show)(.* )?(i|we|me|my) |(^| )they (just |have |already "
            + ")?(cut|cut off|shut off|turned off|stopped|took|took away|reduced|closed|cancelled|canceled|lowered)( off)? (my|our)( |$)|" +
        "(^| )(my |our |the )?(ebt |snap |benefit |benefits |food )?card (got |was |is |has been |is being |keeps getting "
            + ")(skimmed|cloned|hacked|stolen|drained|emptied|wiped out)( |$)|(^| )(all )?(my|our) (\\w+ )?(money|stamps|benefits|balance) "
            + "(is|are|was|were) (all )?(gone|stolen|missing|taken)( |$)|^((hola|buenas|oiga|mire|y|pero|es que) )*(la|mi) tarjeta( "
            + "(ebt|snap|de (cupones|alimentos|comida|estampillas)))? (ya )?no (me |nos )?(pasa|sirve|funciona|agarra|jala|lee|entra)( "
            + "|$)|(^| )(me|nos) (clonaron|vaciaron|robaron) (la|mi) (tarjeta|cuenta)( |$)|(^| )the card (they|you|u|dss|dcf) "
            + "(gave|sent|mailed) (me|us)( \\w+){0,2} (doesnt|does not|dont|wont|didnt|not|never) "
            + "(work|go|load)|" +
        $"(^| )(i|we) (just )?(lost|broke) (my|our) (ebt |snap |benefit |benefits |gift )?card( |$)|" +
        "((^| )(my|our|the) |^((hi|hello|so|and|but) )*)(landlord|landlady|super|owner|marshal|sheriff) (just "
            + ")?(gave|served|sent|handed|told|wants|says|said|is|came)( that)? (me|us|i|we|to)( \\w+){0,4} "
            + "(paper|papers|leave|out|move|quit|go|evict|notice|throw)( |$)|^(still )?no " + Money + " (this (month|week)|yet|since( "
            + "\\w+)+|again)( |$)|^still (no|waiting (on|for)( my| our)?) " + Money
            + "( |$)|(^| )(is|are|was|were) (shutting|cutting|turning) "
            + "(me|us|(off )?(my|our)( \\w+)?)( \\w+)? ?off( |$)|(^| )(is|are) (shutting|cutting|turning) off (my|our) \\w+|(^| )(i|we) "
            + "(have|got|need) to (be|get|move) out "
            + "(by|of|before|this|in|tomorrow|today)( |$)|" +
        $"(^| )(no|nunca|todavia no|aun no) (me|nos) (ha |han "
            + $")?((llego|llegado|llega|llegan|llegaron|dieron|dan|depositan|depositaron|pagan|mandaron|entro|cayo|pasa|funciona"
            + $"|sirve|agarra|acepta|aceptan){Gap} "
            + $"{Dinero}|depositaron|depositado|pagaron|pagado)( |$)|" +
        $"(^| )(mi|mis|nuestr[oa]s?) {Dinero}( \\w+){{0,3}} (no|nunca) (me |nos )?(ha |han "
            + ")?(llego|llegado|llega|llegaron|funciona|sirve|paso|pasa|entro|trabaja|prende|lee)( |$)|(^| )(este mes|esta "
            + "semana|ayer|hoy) no (me|nos) (depositaron|pagaron|llego|llegaron|dieron|mandaron|cayo)( |$)|" +
        "(^| )(the |my |our )?(landlord|landlady|super|owner|marshal|sheriff|constable) (just )?(put|left|taped|stuck|posted)( "
            + "\\w+){0,2} (paper|papers|notice|letter) (on|in|under|at) (my|our)( |$)|(^| )(me|nos) (van a |quieren "
            + ")?(cortar|quitar|bajar|cerrar|suspender|cancelar)(on)? (la|el|los|las|mi|mis) "
            + "(ayuda|luz|gas|agua|cupones|estampillas|beneficios|caso|seguro|cheque|husky|renta|servicio)( |$)|(^| )(i|we) "
            + "(have|got|still have) no (heat|power|electricity|hot water|gas|lights)( |$)|(^| )(no tengo|no tenemos) "
            + "(luz|agua|gas|calefaccion)( |$)|(^| )(se me|perdi|me robaron) (perdio |mi |la )*(tarjeta|ebt)( |$)|(^| )(el|mi) "
            + "(casero|dueno|landlord|marshal|sheriff|alguacil) (ya )?(me|nos) (dio|dejo|pego|mando|entrego|dijo|quiere|trajo|puso)( "
            + "\\w+){0,4} (papel|papeles|vaya|vayamos|salga|salgamos|fuera|sacar|mude|mudemos|aviso|corte|irme|irnos|salir|desalojar"
            + "|desocupar)( |$)|(^| )(mi|la) tarjeta( \\w+)? (fue|esta|ha sido|quedo|la) "
            + "(clonad|bloquead|robad|hackead|vaci|clonaron|bloquearon|robaron)|(^| )(que )?(pierdo|perdi|perdimos|perdemos|voy a "
            + "perder|vamos a perder|me quitan|nos quitan) (el|la|los|las|mi|mis|nuestr[oa]s?) "
            + "(husky|medicaid|seguro|cupones|estampillas|beneficios|ayuda|vale|apartamento|vivienda|casa|cuarto)( |$)|(^| "
            + ")(tengo|tenemos) que "
            + "(salir|irnos|irme|mudarme|mudarnos|desocupar)( |$)");

    /// <summary>Whether the writer tells of such a trouble. Linear in the text.</summary>
    internal static bool In(NormalizedText folded) => folded.Clauses.Any(clause => clause.Length <= 400 && Tells.IsMatch(clause))
        || (folded.Words.Length <= 400 && Tells.IsMatch(folded.Words));
}
