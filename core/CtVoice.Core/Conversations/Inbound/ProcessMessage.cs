using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What happens to a stored message: danger is heard, what it belongs to is found, what it says is applied, what became of it is
/// noted, and it is answered. Each step may be repeated; whatever a crash leaves undone the sweep does again.
/// </summary>
public sealed class ProcessMessage(
    InboundStore inbox, DueRows due, Alerts alerts, FixedAnswer urgent, Correlate correlate, Apply apply, AnswerDirectly answers,
    TellSharedPhone others)
{
    /// <summary>Does what is left to do; false when somebody else is at it.</summary>
    /// <param name="stored">The message.</param>
    /// <param name="row">The due row that announced it.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    internal async Task<bool> RunAsync(StoredInbound stored, DueRow row, CancellationToken cancellationToken)
    {
        Correlation? about = null;
        if (stored.Outcome is null)
        {
            var heard = await alerts.HearAsync(stored.Message, cancellationToken);
            about = await correlate.OfAsync(stored, cancellationToken);
            var outcome = await urgent.BeforeAsync(heard.Danger, await apply.ToAsync(about, heard, cancellationToken), cancellationToken);
            if (await inbox.NoteAsync(about.Stored, outcome, cancellationToken) is not { } noted)
                return false;
            stored = noted;
        }
        // A code is nobody's to read once what it was for is written down.
        if (stored.Outcome is { Because: StartingAgain.ByCode })
        {
            await inbox.HideAsync(stored.Message.Id, cancellationToken);
            stored = (await inbox.ReadAsync(stored.Message.Id, cancellationToken))!;
        }
        if (stored.Outcome is not ({ Answer: not null, Answered: false } or { Place: InboundPlace.OptOut }))
            return true;
        // Whoever has just noted what became of it is the first to answer.
        var first = about is not null;
        about = (about ?? await correlate.OfAsync(stored, cancellationToken)) with { Stored = stored };
        var later = new[]
        {
            stored.Outcome is { Answer: not null, Answered: false } ? await answers.SendAsync(about, first, cancellationToken) : null,
            await others.TellAsync(about, cancellationToken),
        }.Min();
        if (later is { } at)
            _ = await due.AddAsync(row.Subject, at, cancellationToken);
        return true;
    }
}
