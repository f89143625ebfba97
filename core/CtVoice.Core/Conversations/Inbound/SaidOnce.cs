using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What is said to a sender once, or once a day, however often there is a reason to.</summary>
public sealed class SaidOnce(TableSet tables, InboundStore inbox)
{
    /// <summary>Whether it is said for the first time; for the message that it was said to, it still is.</summary>
    internal Task<bool> IsFirstAsync(Correlation about, string what, CancellationToken cancellationToken) =>
        AnswerCap.OnceAsync(tables, about.Code ?? inbox.SenderOf(about.Message), what, about.Message.Id, cancellationToken);

    /// <summary>The same of a day.</summary>
    internal Task<bool> IsFirstOfDayAsync(Correlation about, string what, CancellationToken cancellationToken)
    {
        var day = LocalTime.DateIn(BusinessCalendar.Zone, about.Message.ReceivedAt);
        return IsFirstAsync(about, string.Create(CultureInfo.InvariantCulture, $"{what}|{day:yyyyMMdd}"), cancellationToken);
    }
}
