using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// What is sent to people on call. A lock screen shows it to whoever stands by: a number, and no review, member, topic or
/// language. Nothing says that anybody is coming. In English: they are staff.
/// </summary>
public static class OnCallWords
{
    /// <summary>Tells somebody of an alert.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="link">Their page of it; null where the product has no public address.</param>
    public static string Text(string number, Uri? link) => link is null
        ? $"CT board: alert {number}. Reply OK {number}."
        : $"CT board: alert {number}. Open {link.AbsoluteUri} or reply OK {number}.";

    /// <summary>The same by mail.</summary>
    public static Wording Mail(string number, Uri? link) => new($"CT board: alert {number}", Text(number, link));

    /// <summary>Asks somebody whether they agree to be on call.</summary>
    public static string Join(Uri link) =>
        $"CT board: you are asked to be on call. Read what that means and choose a PIN: {link.AbsoluteUri}";

    /// <summary>Answers an OK by which they have it.</summary>
    public static string Yours(string number, DateTimeOffset until) =>
        $"CT board: you have alert {number}. Open your link and say what was done by {Clock(until)}. Nobody is sent by this message.";

    /// <summary>Answers an OK when somebody else has it.</summary>
    public static string Others(string number, DateTimeOffset since) => $"CT board: somebody else has alert {number} since {Clock(since)}.";

    /// <summary>Answers an OK when it is over.</summary>
    public static string Closed(string number) => $"CT board: alert {number} is closed.";

    /// <summary>Answers an OK that fits no alert of theirs.</summary>
    public static string Unknown => "CT board: no open alert of yours has that number. Reply OK and the number of the alert.";

    /// <summary>Confirms a STOP.</summary>
    public static string Stopped => "CT board: this phone gets no more alerts, and the next person is told. Reply START to get them again.";

    /// <summary>Confirms a START.</summary>
    public static string Started => "CT board: this phone gets alerts again.";

    /// <summary>Tells OPM that nobody has an alert.</summary>
    public static Wording Escalated(string number, string link) => new(
        $"Resident Advisory Board: nobody on call has dealt with alert {number}",
        $"Everybody on call who was on duty was told, and nobody has said what was done about alert {number}. "
        + "Somebody may be in danger. Nobody is on the way because of this mail.\n\n"
        + $"Call the board's coordinator now. Alert {number} stands first on the list of things to do: {link}");

    private static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut).ToString("h:mm tt", System.Globalization.CultureInfo.InvariantCulture);
}
