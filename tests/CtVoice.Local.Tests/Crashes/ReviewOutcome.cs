using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.Crashes;

/// <summary>What must be the same whether or not the process died on the way.</summary>
/// <param name="State">Where the review ended.</param>
/// <param name="Steps">The ledger: type and instant of each entry, in order; without seals,
/// which a night without a host lacks like its checkpoint.</param>
/// <param name="Replies">Stored message and place of every piece of every reply.</param>
/// <param name="Messages">Keys of all messages at the simulator, each as often as it is there.</param>
/// <param name="Workflows">Instances with their states.</param>
internal sealed record ReviewOutcome(
    Review State, IReadOnlyList<(string Type, DateTimeOffset At)> Steps, IReadOnlyList<string> Replies, IReadOnlyList<string> Messages,
    IReadOnlyList<string> Workflows)
{
    internal static async Task<ReviewOutcome> OfAsync(Installation installation, string reviewId)
    {
        var reviews = installation.Service<ReviewStore>();
        var review = (await reviews.ReadAsync(reviewId))!.State;
        var replies = new List<string>();
        foreach (var reply in review.Replies)
        {
            foreach (var piece in reply.Pieces)
                replies.Add($"{piece.InboundId} by {reply.MemberId} on {reply.Question}: {reply.Choice} {reply.Late} "
                    + $"{(piece.Content is { } c ? await reviews.ReadContentAsync(reviewId, c) : null)}");
        }
        return new(review, [.. (await reviews.ReadLedgerAsync(reviewId)).Select(Step).Where(s => s.Type != LedgerSeal.Type)],
            [.. replies.Order(StringComparer.Ordinal)],
            await MessagesAsync(installation),
            [.. (await installation.Service<EmbeddedEngine>().QueryAsync()).Select(i => $"{i.InstanceId} {i.State}")
                .Order(StringComparer.Ordinal)]);
    }

    /// <summary>How often each type of step was taken.</summary>
    internal IEnumerable<string> Types => Steps.Select(s => s.Type).Order(StringComparer.Ordinal);

    private static (string Type, DateTimeOffset At) Step(LedgerEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Text);
        return (json.RootElement.GetProperty("type").GetString()!, json.RootElement.GetProperty("at").GetDateTimeOffset());
    }

    private static async Task<IReadOnlyList<string>> MessagesAsync(Installation installation)
    {
        var mailbox = installation.Service<SimulatedMailbox>();
        List<string> boxes = [mailbox.Inbox("opm.escalations@example.org"), mailbox.Inbox("dana.whitfield@example.org")];
        foreach (var member in await installation.Service<BoardStore>().MembersAsync())
        {
            var contact = (await installation.Service<ContactStore>().ForSendingAsync(member.Id))!;
            boxes.AddRange(contact.Phone is { } phone ? [mailbox.Phone(phone)] : []);
            boxes.AddRange(contact.Email is { } address ? [mailbox.Inbox(address)] : []);
        }
        // Without the digests: one that an outage kept from leaving in its hour is covered by the next day's.
        var keys = new List<string>();
        foreach (var box in boxes.Distinct(StringComparer.Ordinal))
            keys.AddRange((await installation.Service<TableSet>().Contacts.QueryAsync(new(box))).Rows.Select(r => r.Text("key"))
                .OfType<string>()
                .Where(key => !key.StartsWith("digest|", StringComparison.Ordinal)));
        keys.Sort(StringComparer.Ordinal);
        return keys;
    }
}
