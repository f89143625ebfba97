namespace CtVoice.Web.Trial;

/// <summary>
/// What a newcomer can do on a copy where nobody is real, senders are simulated and the clock is virtual: move time, jump to a scene,
/// take the tour. Hosts whose messages leave register none, and then no page and no endpoint knows of it.
/// </summary>
public interface ITrial
{
    /// <summary>Scenes that one can jump to, in the order of a review.</summary>
    IReadOnlyList<TrialScene> Scenes { get; }

    /// <summary>The tour's step as it is now; null where it was not begun, or was left.</summary>
    Task<TourStep?> StepAsync(CancellationToken cancellationToken = default);

    /// <summary>Moves time; false when there is nothing to move it to.</summary>
    Task<bool> MoveAsync(ClockStep step, CancellationToken cancellationToken = default);

    /// <summary>Lets everything happen that is due at this moment, such as the answer to a text.</summary>
    Task SettleAsync(CancellationToken cancellationToken = default);

    /// <summary>Plays the tour's review forward to a scene, or a new one where it is past that; gives the page to look at,
    /// null for no scene.</summary>
    Task<string?> JumpAsync(string scene, CancellationToken cancellationToken = default);

    /// <summary>Does something about the tour; gives the page to look at, null where that is the page one is on.</summary>
    Task<string?> TourAsync(TourCommand command, CancellationToken cancellationToken = default);
}

/// <summary>How far time moves.</summary>
public enum ClockStep
{
    /// <summary>One hour.</summary>
    Hour,

    /// <summary>To the next nine in the morning in Connecticut, when messages may leave.</summary>
    Nine,

    /// <summary>To the next instant at which a review goes on.</summary>
    Event,

    /// <summary>To the close of the question that closes first.</summary>
    Close,
}

/// <summary>What one can do about the tour.</summary>
public enum TourCommand
{
    /// <summary>Begin at the first step, with a new project.</summary>
    Begin,

    /// <summary>Have this step played.</summary>
    Play,

    /// <summary>Leave it: the strip goes.</summary>
    Leave,

    /// <summary>Go on where it was left.</summary>
    Return,
}

/// <summary>A scene that one can jump to.</summary>
/// <param name="Name">What the form sends.</param>
/// <param name="Says">What it is called.</param>
public sealed record TrialScene(string Name, string Says);

/// <summary>A step of the tour.</summary>
/// <param name="Number">1, 2, 3, ...; one more than there are when the tour is over.</param>
/// <param name="Title">What happens in it; continues "Step 3 of 8: ".</param>
/// <param name="Says">What to do, in a sentence or two.</param>
/// <param name="Acts">What one can press, the first being the way on.</param>
public sealed record TourStep(int Number, string Title, string Says, IReadOnlyList<TourAct> Acts)
{
    /// <summary>The steps in a word or two each.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Sent", "Texts", "Asked", "Close", "Report", "Answers", "Did it answer?", "Promise"];

    /// <summary>Every step is done.</summary>
    public bool Over => Number > Names.Count;
}

/// <summary>Something to press in the tour's strip.</summary>
/// <param name="Says">What it says.</param>
public abstract record TourAct(string Says)
{
    /// <summary>A page that everybody may open.</summary>
    /// <param name="Says">What it says.</param>
    /// <param name="Path">Of the page.</param>
    public sealed record Look(string Says, string Path) : TourAct(Says);

    /// <summary>Be somebody, and open a page of theirs.</summary>
    /// <param name="Says">What it says.</param>
    /// <param name="Who">The name of a trial person.</param>
    /// <param name="Path">Of the page.</param>
    public sealed record Be(string Says, string Who, string Path) : TourAct(Says);

    /// <summary>Move time.</summary>
    /// <param name="Says">What it says.</param>
    /// <param name="Step">How far.</param>
    public sealed record Wait(string Says, ClockStep Step) : TourAct(Says);

    /// <summary>Have something done.</summary>
    /// <param name="Says">What it says.</param>
    /// <param name="Command">What.</param>
    public sealed record Do(string Says, TourCommand Command) : TourAct(Says);
}
