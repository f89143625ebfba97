using System.CommandLine;
using System.Globalization;

namespace CtVoice.Bench;

/// <summary>What this machine does, one figure a line.</summary>
internal static class BenchCommand
{
    private const int Clients = 32;

    // As many as text at once when a panel is asked; see docs/reliability.md.
    private const int BudgetClients = 64;

    // With 15 answers to a review, enough for 900 replies a second beside those that are not counted; a faster machine ends earlier.
    private const int ReviewsASecond = 90;

    private const int PageTimes = 100;

    private const int FewReviews = 1_000;
    private const int MostReviews = 500_000;

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line instead of a table." };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long each figure is measured.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<DirectoryInfo?> Folder = new("--folder")
    {
        Description = "Where to write (the disk that is measured); a new folder in the system's temporary one by default.",
    };

    private static readonly Option<bool> FromPhones = new("--phones")
    {
        Description =
            "Type the replies on the simulated phones, whose own work is measured with them, instead of posting them as the provider does.",
    };

    internal static RootCommand Create()
    {
        var bench = new RootCommand("Measures this machine: plain durable commits, reviews through the engine, replies over HTTP.")
            { Json, Seconds, Folder };
        bench.SetAction((arguments, _) => RunAsync(arguments, replies: true, 1, 8, 32));
        var commits = new Command("commits", "Plain durable SQLite commits a second.") { Json, Seconds, Folder };
        commits.SetAction((arguments, _) => RunAsync(arguments, replies: false));
        var reviews =
            new Command("reviews", "Reviews a second through the engine, 1, 8 and 32 in flight, and their share of the plain commits.")
                { Json, Seconds, Folder };
        reviews.SetAction((arguments, _) => RunAsync(arguments, replies: false, 1, 8, 32));
        var inbound = new Command("inbound", "Members' replies a second over HTTP, 32 clients, and their share of the plain commits.")
            { Json, Seconds, Folder };
        inbound.Options.Add(FromPhones);
        inbound.SetAction((arguments, _) => RunAsync(arguments, replies: true));
        var replies = new Command("replies", "Replies extracted from mails and texts read a second, and what a hostile mail costs.")
            { Json, Seconds };
        replies.SetAction(Replies);
        var node = new Option<DirectoryInfo?>("--node")
        { Description = $"Folder in which \"npm install --prefix FOLDER {NodeParser.Package}\" was run." };
        var mails = new Command(
            "mails", "Mails of each kind read a second of processor time, and the same by the common parser of replies for Node.")
            { Json, Seconds, node };
        mails.SetAction(arguments => Mails(arguments, arguments.GetValue(node)?.FullName));
        bench.Subcommands.Add(mails);
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the best counts.", DefaultValueFactory = _ => 5 };
        var hostile = new Command("hostile", "Processor time for each of the mails of 1 MiB that were made to be slow, the dearest first.")
            { Json, rounds };
        hostile.SetAction(arguments => Hostile(arguments, Math.Max(1, arguments.GetValue(rounds))));
        bench.Subcommands.Add(hostile);
        var members = new Option<int>("--members") { Description = "Members of the made-up board.", DefaultValueFactory = _ => 500 };
        var projects = new Option<int>("--projects") { Description = "Projects of the made-up year.", DefaultValueFactory = _ => 200 };
        var routing = new Command("routing", "A year of panels on a made-up board: coverage, spread of load, time per panel.")
            { Json, members, projects };
        routing.SetAction(arguments => Routing(arguments, arguments.GetValue(members), arguments.GetValue(projects)));
        var open = new Option<int>("--reviews") { Description = "Open reviews.", DefaultValueFactory = _ => 500 };
        var board = new Option<int>("--members") { Description = "Members of the made-up board.", DefaultValueFactory = _ => 100 };
        var pages = new Command("pages", "The desk's pages and the public ones over HTTP: 95th percentile of the time, and size.")
            { Json, Folder, open, board };
        pages.SetAction((arguments, _) => PagesAsync(arguments, arguments.GetValue(open), arguments.GetValue(board)));
        var budgets = new Command("budgets", "The times that people rely on; exit code 1 when one is exceeded by the factor beside it.")
            { Json, Seconds, Folder, open };
        budgets.SetAction((arguments, _) => BudgetsAsync(arguments, arguments.GetValue(open)));
        bench.Subcommands.Add(budgets);
        var many = new Command(
            "open", "What a reply costs with many open reviews, in what it costs with a thousand.") { Json, Folder };
        var openReviews = new Option<int>("--reviews") { Description = "Open reviews.", DefaultValueFactory = _ => 100_000 };
        many.Options.Add(openReviews);
        many.SetAction((arguments, _) => ManyOpenAsync(arguments, arguments.GetValue(openReviews)));
        bench.Subcommands.Add(many);
        bench.Subcommands.Add(routing);
        bench.Subcommands.Add(pages);
        bench.Subcommands.Add(commits);
        bench.Subcommands.Add(reviews);
        bench.Subcommands.Add(inbound);
        bench.Subcommands.Add(replies);
        return bench;
    }

    private static int Replies(ParseResult arguments)
    {
        var print = new BenchPrinter(arguments.InvocationConfiguration.Output, arguments.GetValue(Json));
        var figures = ParserBench.Run(TimeSpan.FromSeconds(arguments.GetValue(Seconds)));
        print.Figure("replies extracted from typical mails", figures.MailsPerSecond, "replies/s");
        print.Figure("text messages read", figures.TextsPerSecond, "texts/s");
        print.Figure(string.Create(CultureInfo.InvariantCulture, $"{figures.Varied:N0} varied texts read"), figures.VariedPerSecond,
            "texts/s of processor time");
        print.Figure("friendly mail of 1 MiB", figures.FriendlyMilliseconds, "ms");
        print.Figure($"hostile mail of 1 MiB ({figures.WorstName})", figures.HostileMilliseconds, "ms");
        print.Figure("what it costs more", figures.ExtraMilliseconds, "ms");
        return 0;
    }

    private static int Mails(ParseResult arguments, string? folder)
    {
        const double Microseconds = 1_000_000;
        var print = new BenchPrinter(arguments.InvocationConfiguration.Output, arguments.GetValue(Json));
        var (node, why) = NodeParser.Start(folder);
        using var end = node;
        if (node is null)
            arguments.InvocationConfiguration.Error.WriteLine($"{NodeParser.Package} for Node is not measured: {why}.");
        var figures = MailsBench.Run(TimeSpan.FromSeconds(arguments.GetValue(Seconds)), node);
        foreach (var figure in figures)
        {
            print.Figure($"{figure.Kind}, read wholly", Microseconds / figure.Whole, "a second");
            print.Figure("  memory allocated for one", figure.Kibibytes, "KiB");
            if (figure.Parted is { } parted)
                print.Figure("  parted into reply and rest", Microseconds / parted, "a second");
            if (figure.Node is not { } taken)
                continue;
            print.Figure($"  the same by {NodeParser.Package} {node!.Version}", Microseconds / taken, "a second");
            print.Figure("  read wholly in what it takes to part", figure.Whole / taken, "ratio");
        }

        var typical = figures.Take(MailKinds.Typical.Length).ToArray();
        print.Figure("typical mails read wholly, mean of six", typical.Average(figure => figure.Whole), "µs");
        var both = figures.Where(figure => figure.Node is not null).ToArray();
        if (both.Length == 0)
            return 0;
        print.Figure($"read wholly, mean of the {both.Length} that both read", both.Average(figure => figure.Whole), "µs");
        print.Figure($"parted by {NodeParser.Package}, mean of the same", both.Average(figure => figure.Node!.Value), "µs");
        print.Figure("ratio of both", both.Average(figure => figure.Whole) / both.Average(figure => figure.Node!.Value), "ratio");
        return 0;
    }

    private static int Hostile(ParseResult arguments, int rounds)
    {
        var print = new BenchPrinter(arguments.InvocationConfiguration.Output, arguments.GetValue(Json));
        foreach (var figure in HostileBench.Run(rounds))
            print.Figure(figure.Name, figure.Milliseconds, "ms");
        return 0;
    }

    private static int Routing(ParseResult arguments, int members, int projects)
    {
        if (members is < 1 or > 10_000 || projects is < 1 or > 10_000)
        {
            arguments.InvocationConfiguration.Error.WriteLine("--members and --projects must be 1 to 10,000.");
            return 2;
        }
        var print = new BenchPrinter(arguments.InvocationConfiguration.Output, arguments.GetValue(Json));
        var figures = RoutingBench.Run(members, projects);
        print.Figure("panels with every seat taken", figures.FullPanels, "share");
        print.Figure("populations with two, where two can be asked", figures.Covered, "share");
        print.Figure("spread of load among equals, max - min", figures.Spread, "times asked");
        print.Figure("most asked", figures.MostAsked, "times asked");
        print.Figure("least asked, always available", figures.FewestAsked, "times asked");
        print.Figure("time per panel, mean", figures.MeanMilliseconds, "ms");
        print.Figure("time per panel, slowest", figures.SlowestMilliseconds, "ms");
        print.Figure("panels for which every other was looked at", figures.Exact, "share");
        return 0;
    }

    private static Task<int> PagesAsync(ParseResult arguments, int reviews, int members) =>
        InFolderAsync(arguments, async (print, folder) =>
    {
        foreach (var page in await PagesBench.RunAsync(folder, Math.Clamp(reviews, 1, OpenReviews.AtMost),
            Math.Clamp(members, OpenReviews.Panel, OpenReviews.AtMost), PageTimes).ConfigureAwait(false))
        {
            print.Figure($"{page.Path}, 95th percentile", page.SlowMilliseconds, "ms");
            print.Figure($"{page.Path}, size", page.Kibibytes, "KiB");
        }
    });

    private static async Task<int> BudgetsAsync(ParseResult arguments, int reviews)
    {
        IReadOnlyList<Budget> budgets = [];
        var code = await InFolderAsync(arguments, async (print, folder) =>
        {
            budgets = await BudgetsBench.RunAsync(
                folder, BudgetClients, TimeSpan.FromSeconds(arguments.GetValue(Seconds)), Math.Clamp(reviews, 1, OpenReviews.AtMost))
                .ConfigureAwait(false);
            foreach (var budget in budgets)
            {
                print.Figure(budget.What, budget.Taken, "ms");
                print.Figure("  at most", budget.Aim * budget.Factor, "ms");
            }
        }).ConfigureAwait(false);
        foreach (var exceeded in budgets.Where(b => !b.Holds))
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Exceeded: {exceeded.What} took {exceeded.Taken:N0} ms, {exceeded.Factor} times {exceeded.Aim:N0} ms are allowed."))
                .ConfigureAwait(false);
            code = 1;
        }
        return code;
    }

    private static Task<int> RunAsync(ParseResult arguments, bool replies, params int[] inFlightCounts) =>
        InFolderAsync(arguments, async (print, folder) =>
    {
        var duration = TimeSpan.FromSeconds(arguments.GetValue(Seconds));
        var plain = CommitBench.Run(folder, duration);
        print.Figure("plain commits", plain, "commits/s");
        foreach (var inFlight in inFlightCounts)
        {
            var rate = await ReviewShapeBench.RunAsync(folder, inFlight, duration).ConfigureAwait(false);
            print.Figure(string.Create(CultureInfo.InvariantCulture, $"reviews, {inFlight} in flight"), rate, "reviews/s");
            print.Figure(string.Create(CultureInfo.InvariantCulture, $"reviews per plain commit, {inFlight} in flight"), rate / plain,
                "ratio");
        }
        if (replies)
            await RepliesAsync(print, folder, duration, plain, arguments.GetValue(FromPhones)).ConfigureAwait(false);
    });

    /// <summary>Measures in a folder of its own on the disk that was named.</summary>
    private static async Task<int> InFolderAsync(ParseResult arguments, Func<BenchPrinter, string, Task> measure)
    {
        var parent = arguments.GetValue(Folder)?.FullName ?? Path.GetTempPath();
        var folder =
            Directory.CreateDirectory(Path.Combine(parent, "ctvoice-bench-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)));
        try
        {
            await measure(new(arguments.InvocationConfiguration.Output, arguments.GetValue(Json)), folder.FullName).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<int> ManyOpenAsync(ParseResult arguments, int most) => InFolderAsync(arguments, async (print, folder) =>
    {
        var few = await FiguresAsync(FewReviews).ConfigureAwait(false);
        var many = await FiguresAsync(Math.Clamp(most, FewReviews, MostReviews)).ConfigureAwait(false);
        print.Figure("processor time of a reply with many, in that with few", many.ProcessorMilliseconds / few.ProcessorMilliseconds,
            "ratio");

        async Task<ManyReviewsFigures> FiguresAsync(int open)
        {
            var figures = await ManyReviewsBench.RunAsync(folder, Clients, open).ConfigureAwait(false);
            print.Figure(
                string.Create(CultureInfo.InvariantCulture, $"processor time of a reply, {figures.Open} open"),
                figures.ProcessorMilliseconds, "ms");
            print.Figure(string.Create(CultureInfo.InvariantCulture, $"its 99th percentile, {figures.Open} open"), figures.SlowMilliseconds,
                "ms");
            return figures;
        }
    });

    private static async Task RepliesAsync(BenchPrinter print, string folder, TimeSpan duration, double plain, bool phones)
    {
        var least = await LeastReplyBench.RunAsync(folder, Clients, duration).ConfigureAwait(false);
        print.Figure(string.Create(CultureInfo.InvariantCulture, $"least durable replies, {Clients} clients"), least.PerSecond,
            "replies/s");
        print.Figure("processor time of the least, with its client", least.ProcessorMilliseconds, "ms");
        var reviews = Math.Clamp((int)duration.TotalSeconds * ReviewsASecond, ReviewsASecond, OpenReviews.AtMost);
        var figures = await RepliesBench.RunAsync(folder, Clients, duration, reviews, phones).ConfigureAwait(false);
        print.Figure(string.Create(CultureInfo.InvariantCulture, $"replies over HTTP, {Clients} clients"), figures.PerSecond, "replies/s");
        print.Figure(string.Create(CultureInfo.InvariantCulture, $"replies per plain commit, {Clients} clients"), figures.PerSecond / plain,
            "ratio");
        print.Figure("time of a reply, median", figures.MedianMilliseconds, "ms");
        print.Figure("time of a reply, 99th percentile", figures.SlowMilliseconds, "ms");
        print.Figure("durable commits per reply", figures.CommitsPerReply, "commits");
        print.Figure("processor time of a reply, with its client", figures.ProcessorMilliseconds, "ms");
        print.Figure("memory allocated by a reply, with its client", figures.AllocatedKibibytes, "KiB");
        print.Figure("processor time of a reply in least ones", figures.ProcessorMilliseconds / least.ProcessorMilliseconds, "ratio");
        print.Figure("workflows at rest after the last reply", figures.RestMilliseconds, "ms");
    }
}
