/** Keeps what was made for the last `most` keys; for things that can't change once they are made. */
export function keptFor<Value>(most: number): (key: string, make: () => Value) => Value {
	const values = new Map<string, Value>();
	return (key, make) => {
		const known = values.get(key);
		const value = known ?? make();
		values.delete(key);
		values.set(key, value);
		if (values.size > most) values.delete(values.keys().next().value!);
		return value;
	};
}
