using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// No more than so many direct answers in one thread on one day: whatever goes wrong between two machines ends there.
/// </summary>
internal static class AnswerCap
{
    /// <summary>Direct answers of a thread on a day. A person who answers many questions stays well below.</summary>
    internal const int PerDay = 20;

    /// <summary>Takes one of the day's answers for a message; the same message again takes no second one.</summary>
    internal static async Task<bool> TakeAsync(TableSet tables, string thread, string inboundId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = LocalTime.DateIn(BusinessCalendar.Zone, now);
        var partition = string.Create(CultureInfo.InvariantCulture, $"answers|{thread}|{day:yyyyMMdd}");
        var taken = (await tables.Records.QueryAsync(new(partition, Take: PerDay), cancellationToken)).Rows;
        if (taken.Any(r => r.Key == inboundId))
            return true;
        if (taken.Count >= PerDay)
            return false;
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Upsert(new TableRow(partition, inboundId))], cancellationToken);
        return true;
    }
}
