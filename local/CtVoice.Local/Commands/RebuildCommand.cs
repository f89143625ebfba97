using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Lists;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice rebuild</c>: writes every list again from the reviews themselves.</summary>
internal static class RebuildCommand
{
    internal static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("rebuild", "Writes every list again from the reviews themselves.") { data };
        command.SetAction(async (parse, cancellationToken) =>
            await Opened.WithReviewsAsync(parse.GetValue(data)!, parse.InvocationConfiguration.Error, async (tables, reviews) =>
            {
                var count = await new ReviewLists(tables, reviews)
                    .RebuildAsync(new LongWork(parse.InvocationConfiguration.Error, "reviews listed", TimeProvider.System),
                        cancellationToken);
                await parse.InvocationConfiguration.Output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"lists written again for {count} reviews"));
                return 0;
            }));
        return command;
    }
}
