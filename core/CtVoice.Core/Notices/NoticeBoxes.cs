using CtVoice.Core.Accountability;
using CtVoice.Core.Conversations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Notices;

/// <summary>
/// The mailboxes that notices go to, and whose each is: <c>{agency}|{contact}</c>, or <c>coordinator</c>, <c>deputy</c> and
/// <c>chair</c>. Addresses are looked up when a mail leaves.
/// </summary>
public sealed class NoticeBoxes(AgencyContacts contacts, Absences absences, ConversationOptions options, TimeProvider clock)
{
    /// <summary>The mailbox of the chair of the Executive Board.</summary>
    internal const string Chair = "chair";

    /// <summary>
    /// The mailboxes that are told of something, each with how long its notice waits for others of the same matter. That an agency of
    /// which something is asked has none that takes mail is noted for the coordinator.
    /// </summary>
    public async Task<IReadOnlyList<(string Box, TimeSpan Settling)>> OfAsync(
        Review review, Effect.Tell told, CancellationToken cancellationToken = default)
    {
        if (told.Agency is not { } agency)
        {
            var away = await absences.AwayAsync(clock.GetUtcNow(), cancellationToken);
            // Whoever is away has handed the work over: where there is somebody to have it.
            var there = Office() is [_, _] both ? both.Where(o => o.Who != away?.Person) : Office();
            // What the office itself is late with reaches whoever is above it; a practice troubles nobody outside.
            var above = told.Kind == NoticeKinds.TextsLate && !review.Practice ? (string[])[Chair] : [];
            return [.. there.Select(o => o.Who).Concat(above).Select(who => (who, TimeSpan.Zero))];
        }
        var kind = NoticeKinds.Of(told.Kind);
        var all = await contacts.AllAsync(agency, cancellationToken);
        if (all.All(c => c.FailingSince is not null) && review.Recommendations.Any(r => r.Addressee == agency))
            await contacts.NoteUnreachedAsync(agency, told.At, cancellationToken);
        // A mailbox is told what happens after it was given.
        return [.. all.Where(c => c.Since <= told.At && c.Wants(kind)).Select(c => ($"{agency}|{c.Id}", Gathering.Settling))];
    }

    /// <summary>The address of a mailbox; null when there is no such mailbox any more.</summary>
    public async Task<string?> AddressAsync(string box, CancellationToken cancellationToken = default) =>
        box.Split('|') is [var agency, var id]
        ? (await contacts.FindAsync(agency, id, cancellationToken))?.Address
        : box == Chair ? options.Escalation.ExecutiveBoardChair : Office().FirstOrDefault(o => o.Who == box).Address;

    /// <summary>A provider's report on a mail, which may be one to an office.</summary>
    /// <param name="partition">Partition of the mail.</param>
    /// <param name="arrived">Whether it arrived; else it came back.</param>
    /// <param name="at">When it was reported.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task ReportedAsync(string partition, bool arrived, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        partition.StartsWith(NoticeOutbox.Prefix, StringComparison.Ordinal) && partition.Split('|') is [_, var agency, var id]
            ? contacts.NoteAsync(agency, id, arrived ? null : at, cancellationToken)
            : Task.CompletedTask;

    /// <summary>The agency whose mailbox it is; null for the board's office.</summary>
    internal static string? AgencyOf(string box) => box.Split('|') is [var agency, _] ? agency : null;

    // Without addresses for danger there is nobody to be told at once: the digest of each morning says it.
    private IReadOnlyList<(string Who, string Address)> Office() => options.AlertContacts is not { } people ? []
        : people.Deputy == people.Coordinator ? [("coordinator", people.Coordinator)]
        : [("coordinator", people.Coordinator), ("deputy", people.Deputy)];
}
