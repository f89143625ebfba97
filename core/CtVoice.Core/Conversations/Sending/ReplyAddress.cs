using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Where emailed replies go: an address of its own for each invitation, found again by its code.</summary>
/// <param name="tables">The tables.</param>
/// <param name="domain">Domain of the reply addresses.</param>
public sealed class ReplyAddress(TableSet tables, string domain)
{
    /// <summary>The reply address of a code.</summary>
    public string Of(string code) => $"reply+{code}@{domain}";

    /// <summary>Remembers what a code stands for; the same again changes nothing.</summary>
    public async Task NoteAsync(string code, string reviewId, string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(
            Partition(code), [new TableOperation.Upsert(new TableRow(Partition(code), "invitation").With("review", reviewId).With("member", memberId))],
            cancellationToken);

    /// <summary>What a code stands for, or null.</summary>
    public async Task<(string ReviewId, string MemberId)?> FindAsync(string code, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(code), "invitation", cancellationToken) is { } row
            ? (row.Text("review")!, row.Text("member")!)
            : null;

    /// <summary>A code leads nowhere from now on.</summary>
    public async Task ForgetAsync(string code, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition(code), [new TableOperation.Delete("invitation")], cancellationToken);

    private static string Partition(string code) => $"code|{code}";
}
