using System.Text;

namespace CtVoice.Language.Email;

/// <summary>What a person typed in a mail, parted from what their program put around it.</summary>
/// <param name="Reply">Everything typed in this mail, greeting and closing included, pieces between quotes in order.</param>
/// <param name="Trimmed">Everything else, in order.</param>
/// <param name="Because">What was left out and why, in a few words.</param>
public sealed record ReplyText(string Reply, string Trimmed, string Because)
{
    /// <summary>Stretches of the reply that may be somebody else's, in order; empty where all of it is sure.</summary>
    public IReadOnlyList<Stretch> Unsure { get; init; } = [];

    /// <summary>
    /// Parts a plain-text body. Left out: quoted mail and the lines that introduce it, <c>-- </c> and program signatures,
    /// disclaimers, footers of lists, armour. In doubt a line is kept; where whole
    /// passages are in doubt they are among <see cref="Unsure"/>. Linear in the length of the body.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="sent">What we sent to this person; where it is known, words typed into an unmarked copy of it are kept.</param>
    public static ReplyText Of(string body, IReadOnlyList<string>? sent = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Parted(new MailLines(body), sent is { Count: > 0 } ? new OwnWords(sent) : null);
    }

    private static ReplyText Parted(MailLines mail, OwnWords? ours, bool unquoted = false)
    {
        Armour.Leave(mail);
        var earlier = new EarlierMail(mail);
        earlier.LeaveQuotes();
        new OwnLists(mail, ours).Keep();
        if (ours is not null)
            earlier.KeepAmidOurs(ours);
        Signatures.LeaveMarked(mail);
        LeaveAdded(mail, mail.Regions());
        var doubt = new InDoubt(mail, ours);
        if (!unquoted && doubt.IsOneQuote())
            return Parted(new MailLines(doubt.Unquoted()), ours, unquoted: true);
        if (unquoted)
            doubt.Own();
        else if (doubt.Keep())
            LeaveAdded(mail, mail.Regions().Where(region => Array.IndexOf(mail.Unsure, true, region.From, region.To - region.From) >= 0));
        return Joined(mail);
    }

    /// <summary>Leaves out what programs and offices add to a mail.</summary>
    private static void LeaveAdded(MailLines mail, IEnumerable<(int From, int To)> regions)
    {
        var signatures = new Signatures(mail);
        var disclaimers = new DisclaimerParagraphs(mail);
        foreach (var (from, to) in regions)
        {
            signatures.LeaveSignature(from, to);
            signatures.LeaveProgramLines(from, to);
            disclaimers.Leave(from, to);
            ListFooter.Leave(mail, from, to);
        }

        signatures.LeaveRules();
    }

    private static ReplyText Joined(MailLines mail)
    {
        var reply = new ReplyLines();
        var trimmed = new StringBuilder();
        var reasons = new SortedSet<LeftOut>();
        for (var i = 0; i < mail.Lines.Length; i++)
        {
            var line = Marks.Remove(mail.Lines[i]);
            if (mail.Left[i] is { } why)
            {
                trimmed.Append(line).Append('\n');
                if (line.AsSpan().Trim().Length > 0 || mail.Lines[i].Length > 0)
                    reasons.Add(why);
                continue;
            }

            reply.Add(line, mail.Unsure[i]);
        }

        var because = reasons.Count == 0
            ? "nothing but what the person typed"
            : "left out: " + string.Join(", ", reasons.Select(reason => reason switch
            {
                LeftOut.Quote => "quoted lines",
                LeftOut.Introduction => "the line that introduces a quote",
                LeftOut.Earlier => "the earlier mail",
                LeftOut.Signature => "a signature",
                LeftOut.Program => "a line added by the mail program",
                _ => "a disclaimer",
            }));
        if (reply.Unsure.Count > 0)
            because += "; kept in doubt: what may be somebody else's";
        return new ReplyText(reply.ToString(), trimmed.ToString().Trim('\n'), because) { Unsure = reply.Unsure };
    }
}
