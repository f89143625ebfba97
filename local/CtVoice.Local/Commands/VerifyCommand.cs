using System.CommandLine;
using System.Globalization;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice verify</c>: checks every ledger; exit code 1 when something was changed.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var data = DataOption.Create();
        var one = new Option<string?>("--review") { Description = "Only this review.", HelpName = "ID" };
        var command = new Command("verify", "Checks that nobody rewrote a ledger, or the state and texts it vouches for.") { data, one };
        command.SetAction(async (parse, _) =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            return await Opened.WithReviewsAsync(parse.GetValue(data)!, error, async (_, reviews) =>
            {
                var ids = parse.GetValue(one) is { } id ? [id] : await reviews.AllIdsAsync();
                var broken = 0;
                foreach (var reviewId in ids)
                    broken += await ReportAsync(reviewId, await reviews.VerifyAsync(reviewId), error);
                if (broken == 0)
                    await @out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ledger: verified ({ids.Count} reviews)"));
                return broken == 0 ? 0 : 1;
            });
        });
        return command;
    }

    private static async Task<int> ReportAsync(string reviewId, IReadOnlyList<string>? problems, TextWriter error)
    {
        foreach (var problem in problems ?? ["there is no such review"])
            await error.WriteLineAsync($"{reviewId}: {problem}");
        return problems is [] ? 0 : 1;
    }
}
