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
                var id = parse.GetValue(one);
                var (whole, broken) = (0, 0);
                foreach (var reviewId in id is null ? await reviews.AllIdsAsync() : [id])
                {
                    var problems = await reviews.VerifyAsync(reviewId);
                    // An id is noted before its review is stored, so a start that was cut off leaves one without a review.
                    if (problems is null && id is null)
                        continue;
                    foreach (var problem in problems ?? ["there is no such review"])
                        await error.WriteLineAsync($"{reviewId}: {problem}");
                    (whole, broken) = problems is [] ? (whole + 1, broken) : (whole, broken + 1);
                }
                if (broken == 0)
                    await @out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ledger: verified ({whole} reviews)"));
                return broken == 0 ? 0 : 1;
            });
        });
        return command;
    }
}
