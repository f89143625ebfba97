using System.Collections.Frozen;

namespace CtVoice.Core.Conversations.Meaning;

/// <summary>
/// How people type: abbreviations of text messages ("msjs", "plz", "q"), k for qu, and one slip of the thumb in a word that
/// requests are made of (<see cref="Vocabulary"/>). Words that exist are left as they are, however near they look.
/// </summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, string> Abbreviations = Pairs(
        "u you;w with;wit with;yall you;yalls your;ur your;yr your;r are;txt text;txts texts;tx text;txting texting;txtin texting;textin texting;msgin messaging;msging messaging;msg message;mssg message;msgs messages;mssgs messages;dnt dont;dun dont;doan dont;donot dont;" +
        "num number;nbr number;nmbr number;numba number;ph phone;fone phone;cel celular;tel telefono;nro numero;thru through;bc because;cuz because;wanna want;gimme give;lemme let;outta out;offa off;rmv remove;unsub unsubscribe;stp stop;stahp stop;sendin sending;askin asking;callin calling;botherin bothering;harrassing harassing;harrass harass;" +
        "q que;k que;qe que;d de;dl del;xq porque;pq porque;x por;m me;ns nos;msj mensaje;msjs mensajes;mjs mensajes;mensajitos mensajes;mensajito mensaje;txto texto;txtos textos;toy estoy;ta esta;pa para;nma nomas;tonses entonces");

    /// <summary>Words one slip away from a word of a request that are words themselves.</summary>
    private static readonly FrozenSet<string> Real = Words(
        "test tests testing tested next lost last least leaf live lives love move moved moves movie quite quiet suit step shop cancer cannot massage passage brother mother contract contracts context content contest lumber numbers member remote removal deleted " +
        "tests texas taxes taxis sent spend spending lending ending bending tending sanding wending sander sender reading meeting letting betting setting sitting getting writing waiting writings biting waste phrase phase photo phones those horse listen lists lease leave lesson listing losing lots mine mess " +
        "calls falling calling called caller walking talking tasking taking baking making masking basking asked task groups group grouped chats chart chant char cheat systems message messages surveys survey service serving " +
        "parte partes parque parece pareja padre padres parto pared paren pasar pagar parar pase pases pasen dejan deja dejo deje dejaron quitan quita quito quitar quitaron saca sacan sacar sacaron borra borran mandan manda mando mandaron mandato envian envia envio enviaron escribe escriben escribio escribo molesta molestan molesto llama llaman llamo llamaron llamada contacto contacta contactan contactaron pregunta preguntan pregunto preguntaron " +
        "elimina eliminan elimino lista listo listos listas texto textos nunca numeros numero quieren quiere quiero quieres dejado deseo desean desea necesita necesitan notifica notifican cancela cancelan cancelo cancelaron cancelado termina terminan termino " +
        "estas estos esto esta ellos ellas solos otros otras nietos niños ninos hijos casas cosas cobros corren corre abren habla hablan hablo marca marcan marco busca buscan busco borrador cerrar cierren barrer moleste detienen detiene recibi recibo recibe reciben recibir retira retiran baja bajan bajo bajos siguen sigue viven vuelve vuelven maldito " +
        "block blocks black blood bother bothers father another annoyed halt half hall heat hear here there these them then they than that this thing think nothing anything something somethings everything never ever every even event events " +
        "dropped crop crops drops drug forget forgot forgets forge target loose lose close chose purse pure urge nurse purple exclude include included including receive received receipt believe relieve deceive " +
        "end ends and send sand bend lend mend tend panel panels paper papers board boards broad program programs project projects study steady sturdy name names same game fame came games info into phone alone along also wish wash with dish fish want wants went what wait want need needs feed seed deed like likes line lines link links care cares case cases cars card cards core cure want " +
        "estoy estamos mas tus hacen hace paces pace tal tan tanto mess miss mass nota notas mala malo sola solo solos alta alto salto auto autos canal canales suela escuela pura pieza mesa mira mire grupos grapa bases base vase phony nor noon none once on ones our out tell tells told till titled else elsewhere also " +
        "notice notices notify modify police policy harsh harass bugs bus busy buy email emails small alert alerts letter letters better writers writer write written wrote white while");

    private static readonly FrozenDictionary<string, string[]> Slips = Shortened();

    /// <summary>The word that was meant, or the word itself.</summary>
    internal static string Of(string word)
    {
        if (Vocabulary.Role(word) != Vocabulary.Unknown)
            return Abbreviations.GetValueOrDefault(word, word);
        if (Abbreviations.TryGetValue(word, out var full))
            return full;
        if (word.Length is < 3 or > 16 || Real.Contains(word) || char.IsAsciiDigit(word[0]))
            return word;
        if (word.Contains('k', StringComparison.Ordinal) && word.Replace("k", "qu", StringComparison.Ordinal) is var spanish && Vocabulary.Role(spanish) != Vocabulary.Unknown)
            return spanish;
        return Nearest(word) ?? word;
    }

    /// <summary>Whether a word is another with one slip: a letter too many, too few, another one, or two in the wrong order.</summary>
    internal static bool Slipped(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1 || typed == meant)
            return false;
        var head = 0;
        while (head < typed.Length && head < meant.Length && typed[head] == meant[head])
            head++;
        var tail = 0;
        while (tail < typed.Length - head && tail < meant.Length - head && typed[^(tail + 1)] == meant[^(tail + 1)])
            tail++;
        var (left, right) = (typed.Length - head - tail, meant.Length - head - tail);
        var swapped = left == 2 && right == 2 && typed[head] == meant[head + 1] && typed[head + 1] == meant[head];
        if (!swapped && (left > 1 || right > 1))
            return false;
        if (head == 0 && !swapped)
            return false; // Hardly anybody misses the first letter; "mother" is no "bother".

        // Of a short word, only what leaves its letters in place: "stpo", "stp", "sttop", and never "step".
        return meant.Length > 4 || swapped || (right == 1 && left == 0 && "aeiou".Contains(meant[head], StringComparison.Ordinal)) || (left == 1 && right == 0 && typed[head] == typed[head - 1]);
    }

    private static string? Nearest(string word)
    {
        foreach (var shorter in WithOneLess(word).Prepend(word))
        {
            if (Slips.TryGetValue(shorter, out var candidates) && candidates.FirstOrDefault(candidate => Slipped(word, candidate)) is { } meant)
                return meant;
        }

        return null;
    }

    private static IEnumerable<string> WithOneLess(string word)
    {
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }

    /// <summary>Each word of requests by itself and by itself less one letter: two words one slip apart share such a form.</summary>
    private static FrozenDictionary<string, string[]> Shortened() =>
        Vocabulary.Spelled.Where(word => word.Length >= 4)
            .SelectMany(word => WithOneLess(word).Prepend(word).Distinct().Select(form => (form, word)))
            .GroupBy(pair => pair.form, pair => pair.word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string pairs) =>
        pairs.Split(';').Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
