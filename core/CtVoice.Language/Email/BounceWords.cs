using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// What mail servers say of a mail that they could not deliver, in their many languages, as stems that <see cref="Plain"/>
/// has folded. Each says little alone, as people write such words too; <see cref="Bounces"/> weighs them.
/// </summary>
internal static class BounceWords
{
    private static readonly PhraseFile Phrases = PhraseFile.Load("bounces");

    /// <summary>A negation and, in the same breath, a word for delivery.</summary>
    internal static readonly Expression NotDelivered = new(Plain.Of(
        @"(\b(not|cannot|unable to|failed to|failure to)|n't) (\w+ ){0,3}(deliver|reach(ed)? (the|some|this|its|these)|be "
            + @"(sent|reached|deliver)|sent)|\bno .{0,80}\b(entreg|llego a)|\bnao .{0,80}\bentreg|\b(pas|n'est|n'a|ne peut) "
            + @".{0,60}(parvenu|remis|delivr|livr|distribu|achemin|transmis)|\bnon .{0,80}(recapit|consegnat|consegnare)|\bnicht "
            + @".{0,80}(zugestellt|zustell|erreicht|ubermittelt|ausgeliefert)|\bniet .{0,80}(bezorgd|afgeleverd|besteld)|\bnie "
            + @".{0,60}dostarcz|\bне .{0,60}(доставл|доставит|отправлено)|\binte .{0,60}\blever|\bikke "
            + @".{0,60}\blever|\blever(ans|ing)\w* .{0,60}(misslyckades|mislyktes|mislykkedes)|kezbesit\w* .{0,40}sikertelen|nem "
            + @"sikerult .{0,40}kezbesit|\b(nebyla|nepodarilo) .{0,40}doruc|\bgick inte att leverera|\bei "
            + @".{0,60}toimit|(无法|無法|未能|不能).{0,60}(递|遞|送达|送達|投|发送到)|配信.{0,8}(ません|できな|失敗|不能|ていない)|(送信|届ける).{0,8}できません|(배달|전달"
            + @"|전송).{0,8}(못|않|없)"));

    /// <summary>Other words for a delivery that failed.</summary>
    internal static readonly PhraseSet Failed = new(Phrases["failed"]);

    /// <summary>That something was held back or turned away: people write this of much else.</summary>
    internal static readonly PhraseSet Refused = new(Phrases["refused"]);

    /// <summary>What a list writes that takes no mail from strangers.</summary>
    internal static readonly PhraseSet OfLists = new(Phrases["of lists"]);

    /// <summary>Words to the sender of a mail about that mail.</summary>
    internal static readonly PhraseSet Addressed = new(Phrases["addressed"]);

    /// <summary>Mail servers speaking of themselves.</summary>
    internal static readonly PhraseSet Server = new(Phrases["server"]);

    /// <summary>That a mailbox or a host is not there.</summary>
    internal static readonly PhraseSet Gone = new(Phrases["gone"]);

    /// <summary>That a mailbox is full.</summary>
    internal static readonly PhraseSet Full = new(Phrases["full"]);

    /// <summary>That it may work later.</summary>
    internal static readonly PhraseSet Later = new(Phrases["later"]);

    private static readonly PhraseForms Sentences = PhraseForms.Load("Email.Phrases.bounce-sentences");

    /// <summary>That a mailbox is full, where the words stand apart.</summary>
    internal static readonly Expression FullApart = Sentences.Among("full");

    /// <summary>That it may work later, where the words stand apart.</summary>
    internal static readonly Expression LaterApart = Sentences.Among("later");

    /// <summary>A server says that nothing need be done, in words that people use of other things.</summary>
    internal static readonly Expression NoMoreToDo = Sentences.Among("no more to do");

    /// <summary>What only the dialogue of servers, their reports and what they return hold.</summary>
    internal static readonly PhraseSet Dialogue = new(Phrases["dialogue"]);

    /// <summary>What only servers write, of all three kinds: without any of it nothing is asked further.</summary>
    internal static readonly PhraseSet OfServers = new([.. Addressed.Phrases, .. Server.Phrases, .. Dialogue.Phrases]);
}
