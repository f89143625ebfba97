using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// A button or a key that leads to another page, or to the same one again: until that is there the one of before is, and whatever is
/// asked would be asked of it.
/// </summary>
internal static class Arrival
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Does it, and waits until the page that it leads to is there.</summary>
    internal static async Task ArriveByAsync(this IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        page.DOMContentLoaded += Arrive;
        await act();
        await arrived.Task.WaitAsync(Longest);
        page.DOMContentLoaded -= Arrive;

        void Arrive(object? sender, IPage there) => arrived.TrySetResult();
    }

    /// <summary>Presses a button or follows a link.</summary>
    internal static Task ArriveByClickAsync(this IPage page, ILocator pressed) => page.ArriveByAsync(() => pressed.ClickAsync());

    /// <summary>Presses Enter where the focus is.</summary>
    internal static Task ArriveByEnterAsync(this IPage page) => page.ArriveByAsync(() => page.Keyboard.PressAsync("Enter"));
}
