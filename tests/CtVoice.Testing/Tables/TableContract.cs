using CtVoice.Core.Storage;
using Xunit;

namespace CtVoice.Testing.Tables;

/// <summary>What every <see cref="ITable"/> does; inherited once per implementation. Each test has a partition of its own.</summary>
public abstract class TableContract
{
    private readonly string partition = $"contract|{Guid.NewGuid():N}";

    /// <summary>The table under test.</summary>
    protected abstract ITable Table { get; }

    [SkippableFact]
    public async Task A_row_that_was_never_stored_is_null() => Assert.Null(await Table.GetAsync(partition, "a"));

    [SkippableFact]
    public async Task An_inserted_row_is_read_back_with_a_version()
    {
        Assert.True((await Submit(Insert("a", "one"))).Committed);

        var row = await Table.GetAsync(partition, "a");

        Assert.NotNull(row);
        Assert.Equal((partition, "a", "one"), (row.Partition, row.Key, row.Text("v")));
        Assert.False(string.IsNullOrEmpty(row.ETag));
    }

    [SkippableFact]
    public async Task Batches_in_order_stop_at_the_one_that_is_refused_and_those_before_it_stand()
    {
        var (other, third) = (partition + "-2", partition + "-3");
        await Submit(Insert("taken", "one"));

        var results = await TableBatches.SubmitInOrderAsync(
        [
            TableBatch.Of(Table, other, new TableOperation.Insert(new TableRow(other, "a"))),
            new(Table, partition, [Insert("b", "one"), Insert("taken", "two")]),
            TableBatch.Of(Table, third, new TableOperation.Insert(new TableRow(third, "c"))),
        ]);

        Assert.Equal([null, BatchRefusal.Exists], results.Select(result => result.Refusal));
        Assert.NotNull(await Table.GetAsync(other, "a"));
        Assert.Null(await Table.GetAsync(partition, "b"));
        Assert.Equal("one", (await Read("taken")).Text("v"));
        Assert.Null(await Table.GetAsync(third, "c"));
    }

    [SkippableFact]
    public async Task Batches_in_order_tell_the_versions_that_each_left()
    {
        var other = partition + "-2";

        var results = await TableBatches.SubmitInOrderAsync(
        [
            TableBatch.Of(Table, partition, Insert("a", "one")),
            TableBatch.Of(Table, other, new TableOperation.Insert(new TableRow(other, "b"))) with { Beside = true },
            TableBatch.Of(Table, partition, new TableOperation.Delete("a")),
        ]);

        Assert.All(results, result => Assert.True(result.Committed));
        Assert.Equal((await Table.GetAsync(other, "b"))!.ETag, Assert.Single(results[1].Versions!));
        Assert.Null(await Table.GetAsync(partition, "a"));
    }

    [SkippableFact]
    public async Task Inserting_a_taken_key_is_refused_and_changes_nothing()
    {
        await Submit(Insert("a", "one"));

        Assert.Equal(new BatchResult(BatchRefusal.Exists, "a"), await Submit(Insert("a", "two")));

        Assert.Equal("one", (await Read("a")).Text("v"));
    }

    [SkippableFact]
    public async Task Replacing_the_version_that_was_read_replaces_the_whole_row()
    {
        await Submit(new TableOperation.Insert(Row("a", "one").With("other", 1)));
        var read = await Read("a");

        Assert.True((await Submit(new TableOperation.Replace(Row("a", "two") with { ETag = read.ETag }))).Committed);

        var now = await Read("a");
        Assert.Equal("two", now.Text("v"));
        Assert.Null(now.Number("other"));
        Assert.NotEqual(read.ETag, now.ETag);
    }

    [SkippableFact]
    public async Task A_batch_tells_the_versions_of_the_rows_that_it_left()
    {
        await Submit(Insert("gone", "one"));

        var stored = await Submit(Insert("a", "one"), new TableOperation.Delete("gone"), Upsert("b", "one"));

        Assert.NotNull(stored.Versions);
        Assert.Equal([(await Read("a")).ETag, null, (await Read("b")).ETag], stored.Versions);
        var replaced = await Submit(new TableOperation.Replace(Row("a", "two") with { ETag = stored.Versions[0] }));
        Assert.True(replaced.Committed);
        Assert.Equal((await Read("a")).ETag, Assert.Single(replaced.Versions!));
    }

    [SkippableFact]
    public async Task Replacing_an_older_version_is_refused()
    {
        await Submit(Insert("a", "one"));
        var old = await Read("a");
        await Submit(Upsert("a", "two"));

        Assert.Equal(new BatchResult(BatchRefusal.Changed, "a"),
            await Submit(new TableOperation.Replace(Row("a", "three") with { ETag = old.ETag })));

        Assert.Equal("two", (await Read("a")).Text("v"));
    }

    [SkippableFact]
    public async Task Replacing_a_row_that_is_gone_is_refused()
    {
        await Submit(Insert("a", "one"));
        var old = await Read("a");
        await Submit(new TableOperation.Delete("a"));

        Assert.Equal(new BatchResult(BatchRefusal.Missing, "a"), await Submit(new TableOperation.Replace(old)));
    }

    [SkippableFact]
    public async Task A_version_does_not_come_back_when_a_row_is_deleted_and_made_again()
    {
        await Submit(Insert("a", "one"));
        var old = await Read("a");
        await Submit(new TableOperation.Delete("a"));
        await Submit(Insert("a", "one"));

        Assert.Equal(new BatchResult(BatchRefusal.Changed, "a"), await Submit(new TableOperation.Replace(old)));
    }

    [SkippableFact]
    public async Task Upsert_adds_and_then_replaces_the_whole_row()
    {
        Assert.True((await Submit(new TableOperation.Upsert(Row("a", "one").With("other", true)))).Committed);
        Assert.True((await Submit(Upsert("a", "two"))).Committed);

        var row = await Read("a");
        Assert.Equal("two", row.Text("v"));
        Assert.False(row.Flag("other"));
    }

    [SkippableFact]
    public async Task Delete_without_a_version_removes_whatever_is_there()
    {
        await Submit(Insert("a", "one"));

        Assert.True((await Submit(new TableOperation.Delete("a"))).Committed);

        Assert.Null(await Table.GetAsync(partition, "a"));
    }

    [SkippableFact]
    public async Task Delete_with_an_older_version_is_refused()
    {
        await Submit(Insert("a", "one"));
        var old = await Read("a");
        await Submit(Upsert("a", "two"));

        Assert.Equal(new BatchResult(BatchRefusal.Changed, "a"), await Submit(new TableOperation.Delete("a", old.ETag)));
        Assert.True((await Submit(new TableOperation.Delete("a", (await Read("a")).ETag))).Committed);
        Assert.Null(await Table.GetAsync(partition, "a"));
    }

    [SkippableFact]
    public async Task Deleting_a_missing_row_is_refused()
    {
        Assert.Equal(new BatchResult(BatchRefusal.Missing, "a"), await Submit(new TableOperation.Delete("a")));
    }

    [SkippableFact]
    public async Task A_refused_batch_stores_nothing_of_it()
    {
        await Submit(Insert("kept", "one"), Insert("taken", "one"));

        var result =
            await Submit(Insert("new", "two"), Upsert("kept", "two"), new TableOperation.Delete("taken"),
                new TableOperation.Delete("missing"));

        Assert.Equal(new BatchResult(BatchRefusal.Missing, "missing"), result);
        Assert.Equal(["kept", "taken"], await Keys(new TableQuery(partition)));
        Assert.Equal("one", (await Read("kept")).Text("v"));
    }

    [SkippableFact]
    public async Task A_batch_of_a_hundred_operations_is_stored_as_one()
    {
        var operations = Enumerable.Range(0, TableLimits.BatchOperations).Select(i => Insert($"k{i:D3}", "x")).ToArray();

        Assert.True((await Submit(operations)).Committed);

        Assert.Equal(operations.Select(o => o.Key), await Keys(new TableQuery(partition)));
    }

    [SkippableFact]
    public async Task Keys_come_in_ordinal_order()
    {
        string[] keys = ["a", "B", "a b", "~", "0", "a-b", "aa", "Z", "10", "9", "a|b", "_", "!"];
        await Submit([.. keys.Select(k => Insert(k, "x"))]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await Keys(new TableQuery(partition)));
    }

    [SkippableFact]
    public async Task A_range_includes_its_start_and_excludes_its_end()
    {
        await Submit([.. "abcd".Select(k => Insert($"{k}", "x"))]);

        Assert.Equal(["b", "c"], await Keys(new TableQuery(partition, From: "b", Before: "d")));
        Assert.Equal(["c", "d"], await Keys(new TableQuery(partition, From: "bb")));
        Assert.Equal(["a"], await Keys(new TableQuery(partition, Before: "b")));
    }

    [SkippableFact]
    public async Task A_prefix_finds_exactly_the_keys_that_start_with_it()
    {
        string[] keys = ["r1", "r1|a", "r1|z", "r1~", "r10", "r2", "r", "R1|a"];
        await Submit([.. keys.Select(k => Insert(k, "x"))]);

        Assert.Equal(["r1|a", "r1|z"], await Keys(TableQuery.StartingWith(partition, "r1|")));
    }

    [SkippableFact]
    public async Task A_query_stays_in_its_partition()
    {
        await Submit(Insert("a", "x"));

        Assert.Empty((await Table.QueryAsync(new TableQuery(partition + "x"))).Rows);
        Assert.Null(await Table.GetAsync(partition + "x", "a"));
    }

    [SkippableFact]
    public async Task Neighbouring_partitions_are_read_in_one_go_each_by_the_same_range_of_keys()
    {
        foreach (var (n, keys) in new[] { (0, "bcx"), (1, "a"), (2, "cb"), (3, "b") })
            Assert.True(
                (await Table.SubmitAsync(Neighbour(n),
                    [.. keys.Select(k => new TableOperation.Insert(new TableRow(Neighbour(n), $"{k}")))])).Committed);

        async Task<IEnumerable<string>> RowsAsync(TableQuery query)
        {
            var page = await Table.QueryAsync(query with { Through = Neighbour(2) });
            Assert.Null(page.Continuation);
            return page.Rows.Select(r => r.Partition[^1] + r.Key);
        }

        Assert.Equal(["0b", "0c", "1a", "2b", "2c"], await RowsAsync(new(Neighbour(0), Before: "x")));
        Assert.Equal(["1a", "2b", "2c"], await RowsAsync(new(Neighbour(1))));
        Assert.Equal(["0c", "0x", "2c"], await RowsAsync(new(Neighbour(0), From: "c")));
        Assert.Equal(["0b", "0c"], await RowsAsync(new(Neighbour(0), Take: 2)));
        await Assert.ThrowsAsync<ArgumentException>(() => RowsAsync(new(Neighbour(0), Continuation: "b")));

        string Neighbour(int n) => $"{partition}|{n}";
    }

    [SkippableFact]
    public async Task Pages_continue_where_the_one_before_ended_and_the_last_says_so()
    {
        await Submit([.. Enumerable.Range(0, 7).Select(i => Insert($"k{i}", "x"))]);

        var first = await Table.QueryAsync(new TableQuery(partition, From: "k1", Before: "k6", Take: 2));
        await Submit(Insert("k1a", "too late for the first page"));
        var second = await Table.QueryAsync(new TableQuery(partition, From: "k1", Before: "k6", Take: 2, first.Continuation));
        var third = await Table.QueryAsync(new TableQuery(partition, From: "k1", Before: "k6", Take: 2, second.Continuation));

        Assert.Equal(["k1", "k2"], first.Rows.Select(r => r.Key));
        Assert.Equal(["k3", "k4"], second.Rows.Select(r => r.Key));
        Assert.Equal(["k5"], third.Rows.Select(r => r.Key));
        Assert.NotNull(second.Continuation);
        Assert.Null(third.Continuation);
    }

    [SkippableFact]
    public async Task Every_type_comes_back_as_it_went_in()
    {
        var instant = new DateTimeOffset(2027, 3, 14, 1, 59, 59, TimeSpan.FromHours(-5)).AddTicks(1_234_567);
        var row = new TableRow(partition, "types")
            .With("text", "Ñandú — 你好 🙂").With("empty", "").With("yes", true).With("no", false)
            .With("int", int.MinValue).With("long", long.MaxValue).With("double", 0.1).With("instant", instant)
            .With("bytes", new byte[] { 0, 255, 10 });
        await Submit(new TableOperation.Insert(row));

        var read = (await Read("types")).Properties;

        Assert.Equal(row.Properties.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in row.Properties)
        {
            Assert.Equal(value, read[name]);
            Assert.Equal(value.GetType(), read[name].GetType());
        }
        Assert.Equal(TimeSpan.Zero, Assert.IsType<DateTimeOffset>(read["instant"]).Offset);
    }

    [SkippableFact]
    public async Task A_row_without_properties_is_a_row()
    {
        await Submit(new TableOperation.Insert(new TableRow(partition, "a")));

        Assert.Empty((await Read("a")).Properties);
    }

    [SkippableFact]
    public async Task A_long_text_fills_a_row_and_comes_back()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcde\U0001F642", LongText.RowCharacters / 17));
        await Submit(new TableOperation.Insert(new TableRow(partition, "long").WithText(text)));

        Assert.Equal(text, (await Read("long")).LongTextOrNull());
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("é")]
    public async Task Keys_with_characters_that_tables_refuse_are_a_fault(string key)
    {
        await Assert.ThrowsAsync<UnfitKeyException>(() => Submit(Insert(key, "x")));
        await Assert.ThrowsAsync<UnfitKeyException>(() => Table.GetAsync(partition, key));
        await Assert.ThrowsAsync<UnfitKeyException>(() => Table.GetAsync(key, "a"));
        await Assert.ThrowsAsync<UnfitKeyException>(() => Table.QueryAsync(new TableQuery(key)));
    }

    [SkippableFact]
    public async Task A_key_of_the_longest_length_is_stored_and_one_more_is_a_fault()
    {
        var longest = new string('k', TableLimits.KeyCharacters);
        Assert.True((await Submit(Insert(longest, "x"))).Committed);
        Assert.Equal("x", (await Read(longest)).Text("v"));

        await Assert.ThrowsAsync<UnfitKeyException>(() => Submit(Insert(longest + "k", "x")));
    }

    [SkippableFact]
    public async Task A_property_of_the_largest_size_is_stored_and_one_more_is_a_fault()
    {
        var largest = new string('x', TableLimits.PropertyBytes / 2);
        Assert.True((await Submit(Insert("a", largest))).Committed);
        Assert.Equal(largest, (await Read("a")).Text("v"));

        await Assert.ThrowsAsync<ArgumentException>(() => Submit(Insert("b", largest + "x")));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Submit(new TableOperation.Insert(new TableRow(partition, "b").With("v", new byte[TableLimits.PropertyBytes + 1]))));
    }

    [SkippableFact]
    public async Task A_row_above_a_mebibyte_is_a_fault()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Submit(new TableOperation.Insert(Large("a", 17))));
        Assert.True((await Submit(new TableOperation.Insert(Large("a", 15)))).Committed);
    }

    [SkippableFact]
    public async Task A_batch_above_four_mebibytes_is_a_fault()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Submit([.. "abcde".Select(k => new TableOperation.Insert(Large($"{k}", 15)))]));
        Assert.Empty(await Keys(new TableQuery(partition)));
    }

    [SkippableFact]
    public async Task A_row_holds_252_properties_and_no_more()
    {
        var row = new TableRow(partition, "a");
        for (var i = 0; i < TableLimits.RowProperties; i++)
            row = row.With($"p{i}", i);
        Assert.True((await Submit(new TableOperation.Insert(row))).Committed);
        Assert.Equal(TableLimits.RowProperties, (await Read("a")).Properties.Count);

        await Assert.ThrowsAsync<ArgumentException>(() => Submit(new TableOperation.Upsert(row.With("more", 1))));
    }

    [SkippableFact]
    public async Task A_batch_that_breaks_a_rule_is_a_fault_and_stores_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Submit());
        await Assert.ThrowsAsync<ArgumentException>(() => Submit([.. Enumerable.Range(0, 101).Select(i => Insert($"k{i}", "x"))]));
        await Assert.ThrowsAsync<ArgumentException>(() => Submit(Insert("a", "x"), Upsert("a", "y")));
        await Assert.ThrowsAsync<ArgumentException>(() => Submit(new TableOperation.Insert(new TableRow(partition + "x", "a"))));
        await Assert.ThrowsAsync<ArgumentException>(() => Submit(new TableOperation.Replace(Row("a", "x"))));
        await Assert.ThrowsAsync<ArgumentException>(() => Submit(new TableOperation.Insert(new TableRow(partition, "a").With("v", 1.5m))));

        Assert.Empty(await Keys(new TableQuery(partition)));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_one_to_a_thousand_rows(int take)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.QueryAsync(new TableQuery(partition, Take: take)));
    }

    [SkippableTheory]
    [InlineData("a")]
    [InlineData("log")]
    [InlineData("log}")]
    [InlineData("m")]
    [InlineData("")]
    [InlineData("log|x/y")]
    [InlineData("log|ñ")]
    public async Task A_continuation_outside_of_the_range_is_refused(string continuation)
    {
        await Submit(Insert("a|secret", "x"), Insert("log|1", "x"), Insert("log|2", "x"), Insert("m|secret", "x"));
        var query = TableQuery.StartingWith(partition, "log|") with { Take = 1 };
        var page = await Table.QueryAsync(query);
        Assert.Equal("log|2", Assert.Single((await Table.QueryAsync(query with { Continuation = page.Continuation })).Rows).Key);

        await Assert.ThrowsAsync<ForeignContinuationException>(() => Table.QueryAsync(query with { Continuation = continuation }));
    }

    [SkippableFact]
    public async Task Of_many_concurrent_inserts_of_one_key_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Submit(Insert("a", $"{i}")))));

        var winner = Assert.Single(results.Index(), r => r.Item.Committed);
        Assert.All(results.Where(r => !r.Committed), r => Assert.Equal(new BatchResult(BatchRefusal.Exists, "a"), r));
        Assert.Equal($"{winner.Index}", (await Read("a")).Text("v"));
    }

    [SkippableFact]
    public async Task Of_many_concurrent_replaces_of_one_version_one_wins()
    {
        await Submit(Insert("a", "start"));
        var read = await Read("a");

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => Submit(new TableOperation.Replace(Row("a", $"{i}") with { ETag = read.ETag }), Insert($"log{i}", "x")))));

        var winner = Assert.Single(results.Index(), r => r.Item.Committed);
        Assert.All(results.Where(r => !r.Committed), r => Assert.Equal(new BatchResult(BatchRefusal.Changed, "a"), r));
        Assert.Equal(["a", $"log{winner.Index}"], await Keys(new TableQuery(partition)));
    }

    private Task<BatchResult> Submit(params TableOperation[] operations) => Table.SubmitAsync(partition, operations);

    private async Task<TableRow> Read(string key)
    {
        var row = await Table.GetAsync(partition, key);
        Assert.NotNull(row);
        return row;
    }

    private async Task<IEnumerable<string>> Keys(TableQuery query)
    {
        var page = await Table.QueryAsync(query);
        Assert.Null(page.Continuation);
        return page.Rows.Select(r => r.Key);
    }

    private TableRow Row(string key, string value) => new TableRow(partition, key).With("v", value);

    private TableOperation.Insert Insert(string key, string value) => new(Row(key, value));

    private TableOperation.Upsert Upsert(string key, string value) => new(Row(key, value));

    private TableRow Large(string key, int properties)
    {
        var row = new TableRow(partition, key);
        for (var i = 0; i < properties; i++)
            row = row.With($"p{i}", new byte[TableLimits.PropertyBytes]);
        return row;
    }
}
