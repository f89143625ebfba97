using System.Globalization;
using CtVoice.Core.Representation;
using CtVoice.Testing.Properties;

namespace CtVoice.Core.Tests.Representation;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "not shown")]
    [InlineData(10, "not shown")]
    [InlineData(11, "11")]
    public void One_to_ten_never_leave(long value, string text) =>
        Assert.Equal(text, Suppression.Apply(new([new("a", value)], []), []).Cells[0].Text);

    [Fact]
    public void A_hidden_count_takes_the_smallest_other_one_with_it()
    {
        var shown = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 5)), []);

        Assert.Equal(["100", "60", "not shown", "not shown"], shown.Cells.Select(c => c.Text));
        Assert.Empty(shown.Exposed);
    }

    [Fact]
    public void Two_hidden_counts_whose_sum_says_too_much_take_a_third_with_them()
    {
        // 3 + 2 would leave a sum of 5: both would be known to be 5 or less.
        var shown = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 3), ("d", 2)), []);

        Assert.Equal(["100", "60", "not shown", "not shown", "not shown"], shown.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Figures_leave_only_when_every_count_behind_them_does()
    {
        var shown = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 5)), []);

        Assert.True(shown.Shows("total", "a"));
        Assert.False(shown.Shows("total", "b"));
        Assert.False(shown.Shows("total", "nothing"));
    }

    [Fact]
    public void A_zero_of_a_source_that_rounds_down_stays_zero_to_four()
    {
        // 97 + 0 of 100 would tell that the zero is 3.
        var table = new CountTable(
            [new("total", 100), new("a", 97), new("b", 0, ZeroMeansUpTo: 4)], [new("total", ["a", "b"])]);

        var shown = Suppression.Apply(table, []);

        Assert.Equal(["100", "not shown", "0-4"], shown.Cells.Select(c => c.Text));
    }

    [Fact]
    public void What_an_earlier_version_published_is_not_counted_on_to_hide_anything()
    {
        var earlier = Earlier(("a", 60), ("b", 35));

        // Hiding b again would not help: it is known. The total has to go.
        var shown = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 5)), [earlier]);

        Assert.Equal(["not shown", "60", "35", "not shown"], shown.Cells.Select(c => c.Text));
        Assert.Empty(shown.Exposed);
    }

    [Fact]
    public void A_total_that_grew_by_a_few_people_is_not_published_again()
    {
        var shown = Suppression.Apply(Total(("a", 60), ("b", 43)), [Earlier(("total", 100))]);

        // 103 - 100 would be a count of three people.
        Assert.False(shown.Shows("total"));
        Assert.False(shown.Shows("a", "b"));
        Assert.Empty(shown.Exposed);
    }

    [Fact]
    public void A_count_that_was_held_back_once_stays_so()
    {
        var first = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 5)), []);

        // All is large now; but b, unchanged, would tell that c was 5.
        var second = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 50)), [first]);

        Assert.Equal(["145", "60", "not shown", "not shown"], second.Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_count_that_earlier_versions_gave_away_is_named_for_the_coordinator()
    {
        var all = Earlier(("total", 100), ("a", 60), ("b", 35));

        var shown = Suppression.Apply(Total(("a", 60), ("b", 35), ("c", 5)), [all]);

        Assert.Equal(["c"], shown.Exposed);
        Assert.False(shown.Shows("c"));
    }

    [Fact]
    public void The_people_outside_a_population_are_protected_too()
    {
        // 100 - 95 = 5 people are not Black: one of the two numbers must go.
        var shown = Suppression.Apply(
            CountTable.OfPeople(Count.Of(100), [new("2054-5", Count.Of(95))], RelCodes.Shipped), []);

        Assert.False(shown.Shows(CountTable.People, "2054-5"));
        Assert.DoesNotContain(shown.Cells, c => c.Id.Contains("without", StringComparison.Ordinal));
    }

    [Fact]
    public void The_people_of_a_category_outside_its_subgroup_are_protected_too() =>
        Assert.False(Suppression.Apply(
            CountTable.OfPeople(Count.Unknown, [new("2135-2", Count.Of(300)), new("2180-8", Count.Of(297))], RelCodes.Shipped), [])
            .Shows("2135-2", "2180-8"));

    [Fact]
    public void Overlapping_populations_are_no_parts_of_the_total()
    {
        var shown = Suppression.Apply(
            CountTable.OfPeople(
                Count.Of(100), [new("2054-5", Count.Of(60)), new("2135-2", Count.Of(55)), new("2028-9", Count.Of(5))], RelCodes.Shipped),
            []);

        Assert.Equal(["100", "60", "55", "not shown"], shown.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Unknown_and_contradictory_counts_do_no_harm()
    {
        var shown = Suppression.Apply(
            CountTable.OfPeople(
                Count.Of(20), [new("2054-5", Count.Of(60)), new("2135-2"), new("2028-9", Count.Of(long.MaxValue))], RelCodes.Shipped),
            []);

        Assert.Equal(["people", "2054-5"], shown.Cells.Select(c => c.Id));
    }

    [Fact]
    public void A_table_that_does_not_add_up_is_a_fault()
    {
        Assert.Throws<ArgumentException>(() => Suppression.Apply(new([new("t", 10), new("a", 9)], [new("t", ["a"])]), []));
        Assert.Throws<ArgumentException>(() => Suppression.Apply(new([new("t", 10)], [new("t", ["a"])]), []));
        Assert.Throws<ArgumentException>(() => Suppression.Apply(new([new("t", 10), new("t", 10)], []), []));
        Assert.Throws<ArgumentException>(() => Suppression.Apply(new([new("t", -1)], []), []));
    }

    [Fact]
    public void A_long_table_is_not_hidden_more_than_it_must()
    {
        // 200 places of which every tenth has 5 people: each hidden count hides the others, and the total stays.
        var table = Total(
            [.. Enumerable.Range(0, 200).Select(i => (string.Create(CultureInfo.InvariantCulture, $"p{i}"), i % 10 == 0 ? 5L : 100 + i))]);

        var shown = Suppression.Apply(table, []);

        Assert.Equal(181, shown.Cells.Count(c => c.Value is not null));
    }

    [Fact]
    public void The_attacker_of_these_tests_finds_what_is_badly_hidden()
    {
        var table = Total(("a", 60), ("b", 35), ("c", 5));
        var attacker = new Attacker(table, new Dictionary<string, long> { ["total"] = 100, ["a"] = 60, ["b"] = 35 }, 100);

        Assert.True(attacker.CanBe("c", 5, 5));
        Assert.False(attacker.CanBe("c", 0, 4));
        Assert.False(attacker.CanBe("c", 6, 100));
    }

    [Fact]
    public void Nobody_can_compute_a_hidden_count_from_a_table_with_totals() =>
        Attack(30, (random, _) => Grid(random, 2, 2 + random.Next(2)));

    [Fact]
    public void Nobody_can_compute_a_hidden_count_from_levels_of_totals() => Attack(150, (random, _) => Tree(random));

    [Fact]
    public void Nobody_can_compute_a_hidden_count_from_overlapping_groups() => Attack(400, (random, _) => Groups(random));

    [Fact]
    public void Nobody_can_compute_a_hidden_count_from_several_versions() => Attack(
        300, (random, before) => before is null ? Grid(random, 2, 2) : Changed(random, before), versions: 3);

    /// <summary>Publishes versions of a random table, and after each attacks all of them with all that was published.</summary>
    private static void Attack(int tables, Func<Random, CountTable?, CountTable> make, int versions = 1)
    {
        var attacked = 0;
        Cases.Chance(draws: 60).Hold(tables, random =>
        {
            var published = new List<(CountTable Table, SuppressedTable Shown)>();
            for (var version = 0; version < versions; version++)
            {
                var table = make(random, published.LastOrDefault().Table);
                var shown = Suppression.Apply(table, [.. published.Select(p => p.Shown)]);
                Assert.DoesNotContain(shown.Cells, c => c.Value is > 0 and < 11);
                if (version == 0)
                    Assert.Empty(shown.Exposed);
                published.Add((table, shown));
                attacked += published.Sum(p => Attack(p.Table, p.Shown.Exposed, [.. published.Select(o => o.Shown)]));
            }
        });

        Assert.True(attacked > tables / 2);
    }

    private static int Attack(CountTable table, IReadOnlyList<string> exposed, List<SuppressedTable> published)
    {
        // The reader guesses, rightly, what is the same in every version.
        var known = table.Cells.Where(c => published.Any(e => e.Cells.Any(s => s.Id == c.Id && s.Value == c.Value)))
            .ToDictionary(c => c.Id, c => c.Value, StringComparer.Ordinal);
        var attacker = new Attacker(table, known, ceiling: table.Cells.Max(c => c.Value) + 20);
        var small = table.Cells.Where(c => c.Value is > 0 and < 11 && !exposed.Contains(c.Id)).ToList();
        foreach (var cell in small)
        {
            Assert.True(attacker.CanBe(cell.Id, 0, 1), Describe(table, known, cell.Id, "1 or less"));
            Assert.True(attacker.CanBe(cell.Id, 10, 1000), Describe(table, known, cell.Id, "10 or more"));
        }

        return small.Count;
    }

    private static string Describe(CountTable table, Dictionary<string, long> known, string id, string what) =>
        $"{id} cannot be {what}: {string.Join(", ", table.Cells.Select(c => $"{c.Id}={c.Value}"))}; known: {string.Join(", ", known.Keys)}";

    private static SuppressedTable Earlier(params (string Id, long Value)[] cells) =>
        new([.. cells.Select(c => new ShownCell(c.Id, c.Value, c.Value.ToString(CultureInfo.InvariantCulture)))], []);

    private static CountTable Total(params (string Id, long Value)[] parts) => new(
        [new("total", parts.Sum(p => p.Value)), .. parts.Select(p => new CountCell(p.Id, p.Value))],
        [new("total", [.. parts.Select(p => p.Id)])]);

    private static CountTable Grid(Random random, int rows, int columns)
    {
        var values = new long[rows, columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                values[r, c] = People(random);
        return Grid(values);
    }

    private static CountTable Grid(long[,] values)
    {
        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        List<CountCell> cells = [];
        List<CountSum> sums = [];
        string Name(int r, int c) => string.Create(CultureInfo.InvariantCulture, $"{(r < 0 ? "all" : r)}/{(c < 0 ? "all" : c)}");
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                cells.Add(new(Name(r, c), values[r, c]));
            var row = Enumerable.Range(0, columns);
            var at = r;
            cells.Add(new(Name(r, -1), row.Sum(c => values[at, c])));
            sums.Add(new(Name(r, -1), [.. row.Select(c => Name(at, c))]));
        }

        for (var c = 0; c < columns; c++)
        {
            var column = Enumerable.Range(0, rows);
            var at = c;
            cells.Add(new(Name(-1, c), column.Sum(r => values[r, at])));
            sums.Add(new(Name(-1, c), [.. column.Select(r => Name(r, at))]));
        }

        cells.Add(new(Name(-1, -1), values.Cast<long>().Sum()));
        sums.Add(new(Name(-1, -1), [.. Enumerable.Range(0, rows).Select(r => Name(r, -1))]));
        sums.Add(new(Name(-1, -1), [.. Enumerable.Range(0, columns).Select(c => Name(-1, c))]));
        return new(cells, sums);
    }

    /// <summary>The same table with some leaves changed by a few people.</summary>
    private static CountTable Changed(Random random, CountTable before)
    {
        var values = new long[2, 2];
        for (var r = 0; r < 2; r++)
            for (var c = 0; c < 2; c++)
                values[r, c] = Math.Max(0, before.Cells.Single(x => x.Id == string.Create(CultureInfo.InvariantCulture, $"{r}/{c}")).Value
                    + (random.Next(3) == 0 ? random.Next(-15, 25) : 0));
        return Grid(values);
    }

    private static CountTable Tree(Random random)
    {
        var left = Total([.. Enumerable.Range(0, 2 + random.Next(2)).Select(i => ($"l{i}", People(random)))]);
        var right = Total([.. Enumerable.Range(0, 2 + random.Next(2)).Select(i => ($"r{i}", People(random)))]);
        static CountTable Named(CountTable t, string name) => new(
            [.. t.Cells.Select(c => c.Id == "total" ? c with { Id = name } : c)], [new(name, t.Sums[0].Parts)]);
        var (l, r) = (Named(left, "l"), Named(right, "r"));
        return new(
            [new("total", l.Cells[0].Value + r.Cells[0].Value), .. l.Cells, .. r.Cells],
            [new("total", ["l", "r"]), .. l.Sums, .. r.Sums]);
    }

    private static CountTable Groups(Random random)
    {
        var total = People(random) + People(random);
        return CountTable.OfPeople(
            Count.Of(total),
            [new("2054-5", Count.Of(random.NextInt64(total + 1)))],
            RelCodes.Shipped);
    }

    private static long People(Random random) => random.Next(10) switch
    {
        0 => 0,
        < 5 => random.Next(1, 11),
        _ => random.Next(11, 45),
    };
}
