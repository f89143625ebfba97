using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>The question that a code leads back to.</summary>
/// <param name="Source">The review, or the talk.</param>
/// <param name="MemberId">Whom it was put to.</param>
/// <param name="FollowUp">The follow-up; null for the review's own questions.</param>
public sealed record CodedQuestion(QuestionSource Source, string MemberId, FollowUpKind? FollowUp = null);

/// <summary>Where emailed replies go: an address of its own for each invitation, found again by its code.</summary>
/// <param name="tables">The tables.</param>
/// <param name="mails">The mails that had such an address.</param>
/// <param name="domain">Domain of the reply addresses.</param>
public sealed class ReplyAddress(TableSet tables, SentMails mails, string domain)
{
    /// <summary>The reply address of a code.</summary>
    public string Of(string code) => $"reply+{code}@{domain}";

    /// <summary>Remembers what a code stands for; the same again changes nothing.</summary>
    public Task NoteAsync(string code, string reviewId, string memberId, CancellationToken cancellationToken = default) =>
        NoteAsync(code, new(QuestionSource.Review(reviewId), memberId), cancellationToken);

    /// <summary>Remembers what a code stands for; the same again changes nothing.</summary>
    public async Task NoteAsync(string code, CodedQuestion question, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(
            Partition(code),
            [
                new TableOperation.Upsert(new TableRow(Partition(code), "invitation")
                    .With("review", question.Source.ToString()).With("member", question.MemberId)
                    .With("followUp", question.FollowUp?.ToString())),
            ],
            cancellationToken);

    /// <summary>What a code stands for, or null.</summary>
    public async Task<CodedQuestion?> FindAsync(string code, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(code), "invitation", cancellationToken) is { } row
            ? new(QuestionSource.Read(row.Text("review")!), row.Text("member")!,
                row.Text("followUp") is { } followUp ? Enum.Parse<FollowUpKind>(followUp) : null)
            : null;

    /// <summary>A code leads nowhere from now on, and neither do the mails that carried it.</summary>
    public async Task ForgetAsync(string code, CancellationToken cancellationToken = default)
    {
        _ = await tables.Records.SubmitAsync(Partition(code), [new TableOperation.Delete("invitation")], cancellationToken);
        await mails.ForgetAsync(code, cancellationToken);
    }

    private static string Partition(string code) => $"code|{code}";
}
