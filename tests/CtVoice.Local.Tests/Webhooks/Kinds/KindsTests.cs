using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Todo;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>
/// Messages of every kind where a person meets the product: through the webhooks of texts and mails and the member's page, in both
/// languages. The cases are in <c>kinds.txt</c>; one host plays them all, and after each one what is stored is as it was before.
/// </summary>
public sealed class KindsTests
{
    private static readonly string[] People = ["sms en", "sms es", "mail en", "mail es"];

    [Fact]
    public async Task Every_message_of_every_kind_does_what_it_should()
    {
        var cases = KindCase.Of(KindCase.Messages);
        await using var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { PanelSize = 4, Alternates = 0, Quorum = 1 });
        story.WorkflowsDie = true;
        var members = await FourAsync(story);
        await story.SubmitAsync(questions: 2);
        await story.ReleaseTextsAsync();
        using var phones = new Provider(story);
        using var browser = new MemberBrowser(story);
        var database = story.Service<SqliteDatabase>();
        await RunAsync(database, "CREATE TABLE kept(tbl, pk, rk, etag, body, PRIMARY KEY(tbl, pk, rk)); " +
            "INSERT INTO kept SELECT * FROM entities WHERE tbl IN (1, 2)");

        var wrong = new List<string>();
        foreach (var (n, one) in cases.Index())
        {
            var member = members[one.From is "page" ? $"sms {one.Language}" : $"{one.From} {one.Language}"];
            var before = (await SentAsync(story, member, one)).Count;
            var id = await SayAsync(story, phones, browser, member, one, n);
            await story.SettleAsync();
            var sent = (await SentAsync(story, member, one)).Skip(before).ToList();
            var did = await DidAsync(story, phones, member, one, id, sent.LastOrDefault()?.Text);
            if (did != one.Expected)
                wrong.Add($"{one.Kind}: {one.From} {one.Language} | {did}, not {one.Expected} | {one.Message}");
            await RunAsync(database,
                "DELETE FROM entities WHERE tbl IN (1, 2) AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.tbl = entities.tbl " +
                "AND k.pk = entities.pk AND k.rk = entities.rk AND k.etag = entities.etag); INSERT OR IGNORE INTO entities SELECT * "
                    + "FROM kept");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong)}");
    }

    /// <summary>One member for each way and language; everybody else is paused.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> FourAsync(ReviewStory story)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (n, member) in (await story.Service<BoardStore>().MembersAsync()).Index())
        {
            if (n >= People.Length)
            {
                await story.ChangeAsync(member.Id, m => m with { State = MemberState.Paused });
                continue;
            }
            found[People[n]] = member.Id;
            var channel = People[n].StartsWith("sms", StringComparison.Ordinal) ? Channel.Sms : Channel.Email;
            await KindMembers.ReadyAsync(story, member.Id, n, People[n][^2..], channel);
        }
        return found;
    }

    /// <summary>Sends the message as its provider would; the name under which it is stored, null for a page.</summary>
    private static async Task<string?> SayAsync(
        ReviewStory story, Provider provider, MemberBrowser browser, string member, KindCase one, int n)
    {
        switch (one.From)
        {
            case "sms":
                var picture = one.Message.StartsWith("picture:", StringComparison.Ordinal);
                var text = Sms(Sid(1000 + n), await provider.PhoneOfAsync(member), picture ? "" : one.Sent);
                using (var taken = await provider.TwilioAsync(
                    [.. text.Select(f => picture && f.Key == "NumMedia" ? KeyValuePair.Create(f.Key, "1") : f)]))
                    Taken(taken);
                return "sms|" + Sid(1000 + n);
            case "mail":
                var to = $"reply+{(await story.StateAsync()).InvitationOf(member)!.Code}@reply.example.org";
                var head = $"Message-ID: <kind-{n}@example.org>\r\nFrom: Rosa <rosa@example.net>\r\nTo: {to}\r\n";
                var raw = one.Message.StartsWith("raw:", StringComparison.Ordinal)
                    ? head + one.Sent[4..].ReplaceLineEndings("\r\n")
                    : $"{head}Subject: Re: A question\r\nContent-Type: text/plain; "
                        + $"charset=utf-8\r\n\r\n{one.Sent.ReplaceLineEndings("\r\n")}";
                using (var taken = await provider.MailAsync(("to", to), ("email", raw)))
                    Taken(taken);
                return new InboundMessage(Channel.Email, $"kind-{n}@example.org", "", "", null, "", default).Id;
            default:
                var link = await browser.LinkOfAsync(member);
                await browser.GetAsync(link);
                var choice = one.Message is [>= '1' and <= '3', ' ', ..] ? one.Message[..1] : null;
                await browser.PressAsync(
                    link, "answer", choice is null ? [("words-1", one.Message)] : [("choice-1", choice), ("words-1", one.Message[2..])]);
                return null;
        }
    }

    /// <summary>What became of it, in the words of the cases.</summary>
    private static async Task<string> DidAsync(
        ReviewStory story, Provider provider, string memberId, KindCase one, string? id, string? answer)
    {
        var (review, member) = (await story.StateAsync(), await story.MemberAsync(memberId));
        var place = id is null ? null : (await provider.StoredAsync(id))?.Outcome?.Place;
        var matters = await story.Service<Matters>().OpenAsync();
        var flagged = matters.Any(m => m.Kind == TodoKinds.WrongPerson) || (await provider.PenAsync()).Count > 0 ? " flagged" : "";
        var phrases = Phrases.In(one.Language);
        if (!member.Consents(one.From is "mail" ? Channel.Email : Channel.Sms))
            return $"stopped{flagged}{(review.Replies.Count > 0 ? " counted" : "")}";
        if (review.Replies is not [var reply])
        {
            var silent = answer is null && flagged.Length == 0;
            return place switch
            {
                InboundPlace.Automated when silent => "nothing",
                InboundPlace.ClarificationAsked when answer == phrases.CouldNotRead("Alex Rivera", "860-555-0100") => "unread",
                InboundPlace.ForAPerson when member.State is MemberState.Paused && flagged.Length > 0 && answer == phrases.SomebodyElse
                    && !review.InvitationOf(memberId)!.Stands => "gone",
                _ => $"{place}: {answer}",
            };
        }
        var own = one.From is "page"
            ? reply.HeldBecause.Contains("own-case")
            : answer?.Contains("2-1-1", StringComparison.Ordinal) is true && reply.HeldBecause.Contains("own-case");
        var words = Blanks(string.Join(' ', (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/replies", "coordinator"))
            .Body[0]!["words"]!.AsArray().Select(w => w!.GetValue<string>())));
        var masked = one.Message.Count(char.IsDigit) > 4 && words.Contains('•', StringComparison.Ordinal);
        var lost = one.Kept.Where(kept => !words.Contains(Blanks(kept), StringComparison.Ordinal))
            .Select(kept => $" lost \"{kept}\"")
            .Concat(one.LeftOut.Where(left => words.Contains(Blanks(left), StringComparison.Ordinal)).Select(left => $" kept \"{left}\""));
        return $"counted {(reply.Choice is { } choice ? $"{choice}" : "-")}"
            + (place is InboundPlace.ClarificationAsked ? " asked" : "") + (own ? " told" : "") + flagged
            + (reply.HeldBecause.Contains("unsure") ? " unsure" : "") + (masked ? " masked" : "") + string.Concat(lost);
    }

    private static string Blanks(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<IReadOnlyList<CtVoice.Web.Simulation.SimulatedMessage>> SentAsync(ReviewStory story, string member, KindCase one) =>
        story.SentToAsync(member, one.From is "mail" ? "email" : "sms");

    private static Task<int> RunAsync(SqliteDatabase database, string sql) => database.WriteAsync(connection =>
    {
        connection.Execute(sql);
        return 0;
    });
}
